import Alert, { type AlertProps } from '@cloudscape-design/components/alert';

const i18nStrings = {
  successIconAriaLabel: 'Success',
  errorIconAriaLabel: 'Error',
  warningIconAriaLabel: 'Warning',
  infoIconAriaLabel: 'Info',
  dismissAriaLabel: 'Dismiss',
};

/** Cloudscape's alert whose sign has a name. */
export function SpokenAlert(props: AlertProps) {
  return <Alert i18nStrings={i18nStrings} {...props} />;
}
