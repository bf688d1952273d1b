import { type ComponentType, useEffect, useState } from 'react';

/**
 * A component that nobody sees before they ask for it, such as a dialog. Its code is not part of the page's first load: it comes as soon
 * as the page is there and idle, so that it opens at once, also when the server is gone by then. Whoever is quicker sees `Waiting`.
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
    const [error, setError] = useState<Error>();
    useEffect(() => {
      if (Loaded === undefined) fetchCode().then(() => setLoaded(true), setError);
    }, []);
    if (error) throw error;
    if (Loaded) return <Loaded {...props} />;
    return Waiting && <Waiting {...props} />;
  };
}

/** After all that the page itself needs. */
function whenIdle(work: () => void): void {
  // Safari does not know idle times.
  const soon = () => ('requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, 200));
  if (document.readyState === 'complete') soon();
  else window.addEventListener('load', soon, { once: true });
}
