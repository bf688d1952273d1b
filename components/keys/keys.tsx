'use client';

import { useEffect, useState } from 'react';
import { late } from '@/components/ui/late';
import { storeText, useStoredText } from '@/components/ui/stored-text';
import { useNavigate } from '@/components/ui/use-navigate';
import { useListHref } from '@/queries/last-list';
import { useWorld } from '@/queries/use-world';
import { createHref, worldHref } from '@/queries/world';
import strip from '@/components/shell/strip.module.css';
import styles from './keys.module.css';
import { listenToKeys, useKeys } from './use-keys';

const KeysDialog = late(() => import('./keys-dialog').then((module) => module.KeysDialog));

const storageKey = 'sluice.keys';
const off = 'off';

/** Listens to the keys that work on every page, and has a button that lists all of them. */
export function Keys() {
  const navigate = useNavigate();
  const world = useWorld();
  const listHref = useListHref(world);
  const [isOpen, setOpen] = useState(false);
  const areLettersOff = useStoredText(storageKey) === off;

  useEffect(() => {
    const end = new AbortController();
    listenToKeys(areLettersOff, end.signal);
    return () => end.abort();
  }, [areLettersOff]);

  const goTo = (href: string) => () => {
    navigate(href);
    return true;
  };
  useKeys({
    help: () => {
      setOpen(true);
      return true;
    },
    find: focusFind,
    create: goTo(createHref(world)),
    overview: goTo(worldHref('/overview', world)),
    flows: goTo(listHref),
    activity: goTo(worldHref('/activity', world)),
    bulk: goTo(worldHref('/bulk', world)),
    settings: goTo(worldHref('/settings', world)),
  });

  return (
    <>
      <div>
        <button
          type="button"
          className={strip.iconButton}
          aria-label="Keyboard keys"
          onClick={() => setOpen(true)}
        >
          <span className={styles.cap} aria-hidden="true">
            ?
          </span>
        </button>
      </div>
      {isOpen && (
        <KeysDialog
          areLettersOff={areLettersOff}
          onLettersOff={(areOff) => storeText(storageKey, areOff ? off : undefined)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** A page marks where its search is by `data-find`. */
function focusFind(): boolean {
  const find = document.querySelector<HTMLElement>('main [data-find] input');
  find?.focus();
  return find !== null;
}
