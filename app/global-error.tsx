'use client';

/** Shown when even the frame of the page fails, so it uses nothing of it. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'sans-serif', margin: '3rem auto', maxWidth: '40rem', padding: '0 1rem' }}>
        <title>Sluice could not show this page</title>
        <p>Simulated: no AWS account is touched</p>
        <h1>Sluice could not show this page</h1>
        <p>No flow was changed by it. The server’s log says why.</p>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </body>
    </html>
  );
}
