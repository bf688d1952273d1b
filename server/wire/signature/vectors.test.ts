import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalRequest, sha256Hex, signatureOf, stringToSign } from './canonical';
import { byName } from './claim';
import { readSignature, type SignedRequest } from './read-signature';

const Form = z.object({
  'canonical-request': z.string(),
  'string-to-sign': z.string(),
  signature: z.string(),
  'signed-request': z.string(),
});

const Vectors = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      context: z.object({
        credentials: z.object({ secret_access_key: z.string(), token: z.string().optional() }),
        normalize: z.boolean(),
        omit_session_token: z.boolean().optional(),
        timestamp: z.string(),
      }),
      header: Form,
      query: Form,
    }),
  ),
});

/** awslabs/aws-c-auth, tests/aws-signing-test-suite/v4 (Apache-2.0). */
const { cases } = Vectors.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as unknown,
);
const forms = cases.flatMap((vector) =>
  (['header', 'query'] as const).map((form) => ({ ...vector, ...vector[form], form })),
);

const time = '20150830T123600Z';
const scope = { date: '20150830', region: 'us-east-1', service: 'service' };

function parse(text: string): SignedRequest {
  const [head = '', ...body] = text.split('\n\n');
  const [line = '', ...headerLines] = head.replace(/\n[ \t]+/g, ' ').split('\n');
  const [, method = '', rawUrl = ''] = /^(\S+) (.*) HTTP\/1.1$/.exec(line) ?? [];
  const rawHeaders = headerLines.flatMap((header) => {
    const colon = header.indexOf(':');
    return [header.slice(0, colon), header.slice(colon + 1)];
  });
  return { method, rawUrl, rawHeaders, body: Buffer.from(body.join('\n\n')) };
}

/** What the case signs: for one whose token is added after signing, all but the token. */
function signedParts({ context, ...vector }: (typeof forms)[number]) {
  const { method, rawUrl, rawHeaders, body } = parse(vector['signed-request']);
  const [path = '', search = ''] = rawUrl.split('?', 2);
  const headers = byName(rawHeaders);
  const names = vector['canonical-request'].split('\n').at(-2)?.split(';') ?? [];
  return {
    method,
    path,
    normalizePath: context.normalize,
    query: [...new URLSearchParams(search)].filter(
      ([name]) =>
        name !== 'X-Amz-Signature' && !(context.omit_session_token && name === 'X-Amz-Security-Token'),
    ),
    headers: names.map((name): [string, string[]] => [name, headers.get(name) ?? []]),
    bodySha256: sha256Hex(body),
  };
}

describe('the cases of AWS’s own suite', () => {
  it('are all here', () => {
    expect(cases).toHaveLength(38);
  });

  it.each(forms)('$name in the $form: canonical request, string to sign, signature', (vector) => {
    const canonical = canonicalRequest(signedParts(vector));
    expect(canonical).toBe(vector['canonical-request']);
    const text = stringToSign(time, scope, canonical);
    expect(text).toBe(vector['string-to-sign']);
    const secret = vector.context.credentials.secret_access_key;
    expect(signatureOf(text, secret, scope).toString('hex')).toBe(vector.signature);
  });

  const isTokenSigned = ({ context }: (typeof forms)[number]) => !context.omit_session_token;

  it.each(forms.filter(isTokenSigned))('$name in the $form is verified', ({ context, ...vector }) => {
    const expected = {
      service: 'service',
      now: Date.parse(context.timestamp),
      normalizePath: context.normalize,
    };
    const signature = readSignature(parse(vector['signed-request']), expected);
    expect(signature).toMatchObject({ accessKeyId: 'AKIDEXAMPLE', region: 'us-east-1' });
    expect(signature?.securityToken).toBe(context.credentials.token);
    expect(signature?.isMadeWith(context.credentials.secret_access_key)).toBe(true);
    expect(signature?.isMadeWith(`${context.credentials.secret_access_key}x`)).toBe(false);
  });

  it.each(forms.filter((vector) => !isTokenSigned(vector)))(
    '$name in the $form, whose token is not signed, is not verified',
    ({ context, ...vector }) => {
      const verify = () =>
        readSignature(parse(vector['signed-request']), {
          service: 'service',
          now: Date.parse(context.timestamp),
        });
      if (vector.form === 'header') {
        expect(verify).toThrow("'x-amz-security-token' must be a 'SignedHeader'");
      } else {
        expect(verify()?.isMadeWith(context.credentials.secret_access_key)).toBe(false);
      }
    },
  );
});
