import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import dialog from '@/components/ui/dialog.module.css';

interface LeaveDialogProps {
  /** Stays where one is. */
  onClose: () => void;
  onLeave: () => void;
}

/** Asks whether what was typed is to be lost. */
export function LeaveDialog({ onClose, onLeave }: LeaveDialogProps) {
  return (
    <Modal
      visible
      size="small"
      header="Leave without saving?"
      closeAriaLabel="Close, and stay"
      onDismiss={onClose}
      footer={
        <div className={dialog.footer}>
          <span className={dialog.buttons}>
            <Button onClick={onLeave}>Leave</Button>
            <Button variant="primary" onClick={onClose}>
              Stay
            </Button>
          </span>
        </div>
      }
    >
      What you typed here is not saved. Once you leave, it is lost.
    </Modal>
  );
}
