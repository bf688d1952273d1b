import { ApiException } from '@/contract/errors';

/**
 * Sluice calls no application, so none can fail by itself: whoever wants to see it names these instead. Where a credential, an entity,
 * an object, a path or a Lambda function is called so, the application or Lambda behind the connector answers with that failure.
 */
const failures = {
  'sluice-connector-authentication-error': 'ConnectorAuthenticationException',
  'sluice-connector-server-error': 'ConnectorServerException',
  'sluice-conflict-error': 'ConflictException',
  'sluice-resource-not-found-error': 'ResourceNotFoundException',
  'sluice-service-quota-error': 'ServiceQuotaExceededException',
} as const;

type Failure = (typeof failures)[keyof typeof failures];

/** What every operation that reaches through a connector can meet; the others belong to some operations each. */
const usual: readonly Failure[] = ['ConnectorAuthenticationException', 'ConnectorServerException'];

const words: Record<Failure, string> = {
  ConnectorAuthenticationException: 'The application behind the connector refused the credentials',
  ConnectorServerException: 'The application behind the connector answered with an internal error',
  ConflictException: 'Conflict executing request: the connector is being changed just now',
  ResourceNotFoundException: 'The Lambda function behind the connector does not exist',
  ServiceQuotaExceededException: 'The quota of the Lambda function behind the connector is used up',
};

/** The failure that somewhere in a value (text, or whatever holds text) is asked for: one that all can meet, or one of `also`. */
export function simulatedFailure(value: unknown, also: readonly Failure[] = []): ApiException | undefined {
  if (typeof value === 'string') {
    const name = Object.entries(failures).find(
      ([word, failure]) =>
        (value === word || value.endsWith(`:${word}`)) && [...usual, ...also].includes(failure),
    );
    return name && new ApiException(name[1], `${words[name[1]]}. This is simulated: ${name[0]} asks for it.`);
  }
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) {
      const failure = simulatedFailure(part, also);
      if (failure) return failure;
    }
  }
  return undefined;
}
