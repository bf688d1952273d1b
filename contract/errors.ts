/** Every exception that a client can meet, with its HTTP status. Types and checks are derived from this table. */
export const exceptions = {
  // Declared by the API's model.
  AccessDeniedException: 403,
  ConflictException: 409,
  ConnectorAuthenticationException: 401,
  ConnectorServerException: 400,
  InternalServerException: 500,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 402,
  ThrottlingException: 429,
  UnsupportedOperationException: 400,
  ValidationException: 400,
  // The wire's own, before an operation is reached.
  NotAcceptableException: 406,
  RequestEntityTooLargeException: 413,
  SerializationException: 400,
  ServiceUnavailableException: 503,
  UnknownOperationException: 404,
  UnsupportedMediaTypeException: 415,
  // Of who asks: the signature, the access key, the session token.
  ExpiredTokenException: 403,
  IncompleteSignatureException: 400,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  UnrecognizedClientException: 403,
} as const;

export type ExceptionName = keyof typeof exceptions;

/** May answer any operation, also where the operation's own list lacks them. */
export const commonExceptions = [
  'AccessDeniedException',
  'InternalServerException',
  'ThrottlingException',
  'ValidationException',
] as const satisfies readonly ExceptionName[];

const kind = 'ApiException';

/** An answer to the client other than success; its message is for the client's eyes. */
export class ApiException extends Error {
  override readonly name: ExceptionName;
  /** Next's bundles have a class of their own, so this, not the class, tells what an error is. */
  readonly kind = kind;

  constructor(name: ExceptionName, message: string) {
    super(message);
    this.name = name;
  }
}

/** Tells an ApiException by its name and kind, whichever bundle its class is from. */
export function isApiException(error: unknown): error is ApiException {
  if (typeof error !== 'object' || error === null) return false;
  if (!('kind' in error) || error.kind !== kind) return false;
  return 'name' in error && typeof error.name === 'string' && Object.hasOwn(exceptions, error.name);
}
