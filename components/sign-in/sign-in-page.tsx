'use client';

import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type SubmitEvent, useEffect, useState } from 'react';
import notice from '@/components/ui/notice.module.css';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { LiveFields } from '@/components/ui/live-fields';
import { landingOf, useSignedIn, useSignIn } from '@/queries/sign-in';

/** Asks for an access key, then leads to the page that `next` names. */
export function SignInPage({ next }: { next: string | null }) {
  const { data: already } = useSignedIn();
  const { mutate, data: signedIn, isPending, error } = useSignIn();
  const [accessKeyId, setAccessKeyId] = useState('');
  const [secretAccessKey, setSecretAccessKey] = useState('');
  const [isChecked, setChecked] = useState(false);

  const account = (signedIn ?? already)?.account;
  useEffect(() => {
    // Loads the page anew, so that all of it knows who is signed in.
    if (account !== undefined) window.location.replace(landingOf(next, account));
  }, [next, account]);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    const key = { accessKeyId: accessKeyId.trim(), secretAccessKey: secretAccessKey.trim() };
    if (key.accessKeyId !== '' && key.secretAccessKey !== '' && !isPending) mutate(key);
  };

  return (
    <div className={notice.notice}>
      <h1>Sign in</h1>
      <p>
        This console asks for an access key of Sluice. Whoever runs the server makes one with{' '}
        <code>npm run keys -- create --account 111122223333 --name ana</code>.
      </p>
      <form onSubmit={send} noValidate>
        <LiveFields>
          <SpaceBetween size="m">
            {error && (
              <div role="alert">
                <SpokenAlert type="error" header="Not signed in">
                  {error.message}
                </SpokenAlert>
              </div>
            )}
            <FormField
              label="Access key ID"
              errorText={isChecked && accessKeyId.trim() === '' && 'An access key ID is needed.'}
            >
              <Input
                value={accessKeyId}
                onChange={({ detail }) => setAccessKeyId(detail.value)}
                autoComplete="username"
                spellcheck={false}
              />
            </FormField>
            <FormField
              label="Secret access key"
              errorText={isChecked && secretAccessKey.trim() === '' && 'The secret is needed.'}
            >
              <Input
                type="password"
                value={secretAccessKey}
                onChange={({ detail }) => setSecretAccessKey(detail.value)}
                autoComplete="current-password"
              />
            </FormField>
            <Button
              variant="primary"
              formAction="submit"
              loading={isPending || account !== undefined}
              loadingText="Signing in"
            >
              Sign in
            </Button>
          </SpaceBetween>
        </LiveFields>
      </form>
    </div>
  );
}
