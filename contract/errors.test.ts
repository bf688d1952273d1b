import { describe, expect, it } from 'vitest';
import { readApiModel } from './api-model';
import { ApiException, commonExceptions, exceptions, isApiException } from './errors';

describe('exceptions', () => {
  it("have the model's statuses, and the wire's own on top", () => {
    const modelled = Object.entries(readApiModel().shapes).flatMap(([name, shape]) =>
      shape.type === 'structure' && shape.error !== undefined
        ? [[name, shape.error.httpStatusCode] as const]
        : [],
    );
    expect(modelled).toHaveLength(10);
    expect(exceptions).toEqual({
      ...Object.fromEntries(modelled),
      ExpiredTokenException: 403,
      IncompleteSignatureException: 400,
      NotAcceptableException: 406,
      InvalidSignatureException: 403,
      MissingAuthenticationTokenException: 403,
      RequestEntityTooLargeException: 413,
      SerializationException: 400,
      ServiceUnavailableException: 503,
      UnknownOperationException: 404,
      UnrecognizedClientException: 403,
      UnsupportedMediaTypeException: 415,
    });
  });

  it('that are common are among them', () => {
    for (const name of commonExceptions) expect(exceptions).toHaveProperty(name);
  });
});

describe('isApiException', () => {
  it('knows one by name and kind, whatever its class', () => {
    const exception = new ApiException('ConflictException', 'no');
    expect(exception).toMatchObject({ name: 'ConflictException', message: 'no' });
    expect(isApiException(exception)).toBe(true);
    expect(isApiException({ kind: exception.kind, name: 'ConflictException', message: 'no' })).toBe(true);
  });

  it.each([
    undefined,
    null,
    'ConflictException',
    {},
    new Error('no'),
    { kind: 'ApiException', name: 'toString' },
  ])('refuses %s', (error) => {
    expect(isApiException(error)).toBe(false);
  });
});
