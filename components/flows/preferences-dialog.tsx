import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import { useEffect, useRef } from 'react';
import { pageSizes } from '@/contract/flows-query';
import { columnNames } from './columns';
import { columnIds, type Preferences } from './preferences';

export interface PreferencesProps {
  preferences: Preferences;
  onChange: (preferences: Preferences) => void;
}

/** The button of the preferences with their dialog, which opens as soon as it is there. */
export function PreferencesDialog({ preferences, onChange }: PreferencesProps) {
  const { columns, density, wrapsLines, size } = preferences;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.click(), []);
  return (
    <div ref={box}>
      <CollectionPreferences
        title="Preferences"
        confirmLabel="Confirm"
        cancelLabel="Cancel"
        closeAriaLabel="Close"
        preferences={{
          pageSize: size,
          wrapLines: wrapsLines,
          contentDensity: density,
          contentDisplay: columns.filter(({ id }) => id !== 'actions'),
        }}
        pageSizePreference={{
          title: 'Flows on a page',
          options: pageSizes.map((value) => ({ value, label: `${value} flows` })),
        }}
        wrapLinesPreference={{ label: 'Wrap lines', description: 'Shows long texts whole' }}
        contentDensityPreference={{ label: 'Compact', description: 'Shows more flows at once' }}
        contentDisplayPreference={{
          title: 'Columns',
          description: 'Which there are, and in which order.',
          options: columnIds
            .filter((id) => id !== 'actions')
            .map((id) => ({ id, label: columnNames[id], alwaysVisible: id === 'name' })),
          dragHandleAriaLabel: 'Move',
          dragHandleAriaDescription:
            'Space or Enter takes the column, arrow keys move it, Escape lets it go.',
          liveAnnouncementDndStarted: (position, total) => `Taken at place ${position} of ${total}`,
          liveAnnouncementDndItemReordered: (_, position, total) => `At place ${position} of ${total}`,
          liveAnnouncementDndItemCommitted: (_, position, total) => `Left at place ${position} of ${total}`,
          liveAnnouncementDndDiscarded: 'Left where it was',
        }}
        onConfirm={({ detail }) => {
          const shown = detail.contentDisplay ?? [];
          onChange({
            columns: [
              ...shown.flatMap(({ id, visible }) => {
                const known = columnIds.find((column) => column === id);
                return known ? [{ id: known, visible }] : [];
              }),
              { id: 'actions', visible: true },
            ],
            density: detail.contentDensity ?? 'comfortable',
            wrapsLines: detail.wrapLines ?? false,
            size: pageSizes.find((each) => each === detail.pageSize) ?? size,
          });
        }}
      />
    </div>
  );
}
