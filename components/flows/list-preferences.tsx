import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { late } from '@/components/ui/late';
import type { PreferencesProps } from './preferences-dialog';

const PreferencesDialog = late(
  () => import('./preferences-dialog').then((module) => module.PreferencesDialog),
  () => <PreferencesButton />,
);

/** Which columns there are and in which order, how dense the rows are and how many. */
export function ListPreferences(props: PreferencesProps) {
  const [isAsked, setAsked] = useState(false);
  return isAsked ? <PreferencesDialog {...props} /> : <PreferencesButton onClick={() => setAsked(true)} />;
}

/** Looks like the button that comes with the dialog. */
function PreferencesButton({ onClick }: { onClick?: () => void }) {
  return <Button variant="icon" iconName="settings" ariaLabel="Preferences" onClick={onClick} />;
}
