'use client';

import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { useNavigate } from './use-navigate';

interface LinkButtonProps extends Pick<ButtonProps, 'variant' | 'ariaLabel'> {
  href: string;
  children: string;
}

/** A link that looks like a button: changes the page without loading it anew; new tab and copy address work as on any link. */
export function LinkButton({ href, ...props }: LinkButtonProps) {
  const navigate = useNavigate();
  return (
    <Button
      {...props}
      href={href}
      onFollow={(event) => {
        event.preventDefault();
        navigate(href);
      }}
    />
  );
}
