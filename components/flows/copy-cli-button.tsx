import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { copyText } from '@/components/ui/copy-button';

/** Copies the AWS CLI line that does the same. */
export function CopyCliButton({ line }: { line: string }) {
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    const isCopied = await copyText(line);
    setCopied(isCopied ? line : undefined);
    announce(isCopied ? 'Copied the AWS CLI command' : 'The browser did not let the command be copied');
  };
  return (
    <Button
      // In a form it would send it otherwise.
      formAction="none"
      iconName={copied === line ? 'status-positive' : 'copy'}
      variant="inline-link"
      onClick={copy}
    >
      Copy as AWS CLI
    </Button>
  );
}
