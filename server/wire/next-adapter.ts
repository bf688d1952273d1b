import { services } from '../context';
import { handle } from './handle';
import { BODY_LIMIT, REQUEST_ID_HEADER, type WireRequest } from './request';

/** The Next route handler of every operation: the same pipeline that server.ts runs before Next. */
export async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const open = services();
  const handled = await handle(
    {
      method: request.method,
      rawUrl: pathname + search,
      headers: Object.fromEntries(request.headers),
      rawHeaders: [...request.headers].flat(),
      body: await readBody(request),
    },
    open,
    request.headers.get(REQUEST_ID_HEADER) ?? open.ids.next(),
  );
  return new Response(handled.body, { status: handled.status, headers: handled.headers });
}

async function readBody(request: Request): Promise<WireRequest['body']> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length <= BODY_LIMIT) {
      chunks.push(read.value);
    }
  }
  return length > BODY_LIMIT ? 'too large' : Buffer.concat(chunks);
}
