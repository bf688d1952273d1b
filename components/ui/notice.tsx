'use client';

import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import styles from './notice.module.css';

interface NoticeProps {
  heading: string;
  children: ReactNode;
  link: { href: string; text: string };
  button?: { text: string; onClick: () => void };
}

/** A whole page that says what is wrong and where to go on. */
export function Notice({ heading, children, link, button }: NoticeProps) {
  return (
    <div className={styles.notice}>
      <h1>{heading}</h1>
      <p>{children}</p>
      <div className={styles.ways}>
        {button && <Button onClick={button.onClick}>{button.text}</Button>}
        <AppLink variant="primary" href={link.href}>
          {link.text}
        </AppLink>
      </div>
    </div>
  );
}
