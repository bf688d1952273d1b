import Button from '@cloudscape-design/components/button';
import { type ComponentType, useEffect, useState } from 'react';
import styles from './late.module.css';

/**
 * A component that nobody sees before they ask for it, such as a dialog. Its code is not part of the page's first load: it comes as soon
 * as the page is there and idle, so that it opens at once, also when the server is gone by then. Whoever is quicker sees `Waiting`; and
 * where the code does not come, that is said in its place and can be tried again, or dismissed if it has an `onClose`.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting?: ComponentType<Props>,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const fetchCode = async () => {
    Loaded ??= await load();
  };
  if (typeof window !== 'undefined') {
    // What does not come now is asked for again when it is to be seen.
    whenIdle(() => void fetchCode().catch(() => undefined));
  }
  return function Late(props: Props) {
    const [, setLoaded] = useState(Loaded !== undefined);
    const [attempts, setAttempts] = useState(1);
    const [failures, setFailures] = useState(0);
    useEffect(() => {
      // Also where the code came since this was rendered: nothing else would show it.
      fetchCode().then(
        () => setLoaded(true),
        () => setFailures(attempts),
      );
    }, [attempts]);
    if (Loaded) return <Loaded {...props} />;
    const { onClose }: { onClose?: () => void } = props;
    return (
      <>
        {Waiting && <Waiting {...props} />}
        {failures > 0 && (
          <div className={styles.notLoaded}>
            {/* Said again when it fails again. */}
            <span key={failures} role="alert">
              This part of the page could not be loaded.
            </span>
            <Button
              loading={attempts > failures}
              loadingText="Loading"
              onClick={() => setAttempts(attempts + 1)}
            >
              Try again
            </Button>
            {onClose && (
              <Button variant="icon" iconName="close" ariaLabel="Dismiss" onClick={() => onClose()} />
            )}
          </div>
        )}
      </>
    );
  };
}

/** After all that the page itself needs. */
function whenIdle(work: () => void): void {
  // Safari does not know idle times.
  const soon = () => ('requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, 200));
  if (document.readyState === 'complete') soon();
  else window.addEventListener('load', soon, { once: true });
}
