import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { pathOf, type WireRequest } from './request';

interface BuiltFile {
  headers: Record<string, string>;
  body: Buffer;
}

/** Answers a request for a script or style sheet of the build; undefined for any other request, which Next answers. */
export type BuiltFiles = (request: Omit<WireRequest, 'body'>) => Promise<BuiltFile | undefined>;

const contentTypes: Record<string, string> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
};
const compressions: Record<string, (raw: Buffer) => Promise<Buffer>> = {
  br: (raw) => promisify(brotliCompress)(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip),
};

/**
 * Compresses each file of the build once instead of at every request: a page needs some sixty of them, and until they are there the
 * browser paints nothing, while the same processor renders the page. Their names change with their contents, so that a browser may
 * keep them for ever, and nothing else is ever read. `folder` is Next's, with the build in it.
 */
export function createBuiltFiles(folder: string): BuiltFiles {
  const kept = new Map<string, Promise<Buffer>>();

  function compressed(file: string, encoding: string): Promise<Buffer> {
    const key = `${encoding} ${file}`;
    const known = kept.get(key);
    if (known) return known;
    const made = readFile(path.join(folder, 'static/chunks', file)).then((raw) => {
      const compress = compressions[encoding];
      return compress ? compress(raw) : raw;
    });
    kept.set(key, made);
    // Names that are no files are anybody's to make up: not to be kept.
    made.catch(() => kept.delete(key));
    return made;
  }

  return async ({ method, rawUrl, headers }) => {
    const file = /^\/_next\/static\/chunks\/([\w.~-]+\.(?:js|css))$/.exec(pathOf(rawUrl))?.[1];
    if (file === undefined || method !== 'GET') return undefined;
    const accepted = (headers['accept-encoding'] ?? '').split(',').map((each) => each.trim());
    const encoding = Object.keys(compressions).find((each) => accepted.includes(each));
    if (encoding === undefined) return undefined;
    const body = await compressed(file, encoding).catch(() => undefined);
    return (
      body && {
        headers: {
          'content-type': contentTypes[path.extname(file)] ?? '',
          'content-encoding': encoding,
          'cache-control': 'public, max-age=31536000, immutable',
          vary: 'Accept-Encoding',
        },
        body,
      }
    );
  };
}
