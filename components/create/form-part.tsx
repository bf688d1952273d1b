import type { ReactNode } from 'react';
import { Section } from '@/components/ui/section';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { useFields } from './fields-context';
import styles from './create.module.css';
import type { FormPart as Part } from './refused-members';

/** A part of the form with what the service said against it. */
export function FormPart(props: { part: Part; heading: string; note?: ReactNode; children: ReactNode }) {
  const refused = useFields().refusedOf(props.part);
  return (
    <Section id={props.part} heading={props.heading} note={props.note}>
      <div className={styles.part}>
        {refused.length > 0 && (
          <SpokenAlert type="error" header="AppFlow does not take this">
            {refused.map((text) => (
              <div key={text}>{text}</div>
            ))}
          </SpokenAlert>
        )}
        {props.children}
      </div>
    </Section>
  );
}
