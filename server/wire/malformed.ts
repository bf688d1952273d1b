const answers: Record<string, [status: string, message: string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The header of the request is too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time.'],
};

/** The whole HTTP answer to what Node could not read as a request, by Node's code for it; in the form of the API's errors. */
export function answerToMalformed(code: string | undefined): string {
  const [status, message] = answers[code ?? ''] ?? ['400 Bad Request', 'The request is not HTTP.'];
  const body = JSON.stringify({ message });
  return [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    'x-amzn-ErrorType: SerializationException',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
