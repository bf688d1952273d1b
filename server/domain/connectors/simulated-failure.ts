import { ApiException } from '@/contract/errors';

/**
 * Sluice calls no application, so none can fail by itself: whoever wants to see it names these instead. Where a credential, an entity,
 * an object, a path or a Lambda function is called so, the application or Lambda behind the connector answers with that failure.
 */
const failures = {
  'sluice-connector-authentication-error': 'ConnectorAuthenticationException',
  'sluice-connector-server-error': 'ConnectorServerException',
} as const;

type Failure = (typeof failures)[keyof typeof failures];

const words: Record<Failure, string> = {
  ConnectorAuthenticationException: 'The application behind the connector refused the credentials',
  ConnectorServerException: 'The application behind the connector answered with an internal error',
};

/** The failure that somewhere in a value (text, or whatever holds text) is asked for. */
export function simulatedFailure(value: unknown): ApiException | undefined {
  if (typeof value === 'string') {
    const name = Object.entries(failures).find(([word]) => value === word || value.endsWith(`:${word}`));
    return name && new ApiException(name[1], `${words[name[1]]}. This is simulated: ${name[0]} asks for it.`);
  }
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) {
      const failure = simulatedFailure(part);
      if (failure) return failure;
    }
  }
  return undefined;
}
