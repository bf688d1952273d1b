import { SpokenAlert } from '@/components/ui/spoken-alert';
import { AppFlowCallError } from '@/queries/call-appflow';

/** Says why something about a bulk job was not done; `what` begins the sentence. */
export function Refusal({ error, what }: { error: Error; what: string }) {
  const isAnswer = error instanceof AppFlowCallError;
  return (
    <div role="alert">
      <SpokenAlert type="error" header={isAnswer ? error.exceptionName : 'No answer'}>
        {isAnswer
          ? `${what}: ${error.message || 'the service did not say why.'}`
          : 'It may or may not have happened. Trying again here does not do it twice.'}
      </SpokenAlert>
    </div>
  );
}
