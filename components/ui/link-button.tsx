'use client';

import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { useRouter } from 'next/navigation';

interface LinkButtonProps extends Pick<ButtonProps, 'variant' | 'ariaLabel'> {
  href: string;
  children: string;
}

/** A link that looks like a button: changes the page without loading it anew; new tab and copy address work as on any link. */
export function LinkButton({ href, ...props }: LinkButtonProps) {
  const router = useRouter();
  return (
    <Button
      {...props}
      href={href}
      onFollow={(event) => {
        event.preventDefault();
        router.push(href);
      }}
    />
  );
}
