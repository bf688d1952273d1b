import type { z } from 'zod';
import type { ExceptionName } from './errors';
import {
  CreateFlowRequest,
  CreateFlowResponse,
  DeleteFlowRequest,
  DeleteFlowResponse,
  DescribeFlowRequest,
  DescribeFlowResponse,
  ListFlowsRequest,
  ListFlowsResponse,
  StartFlowRequest,
  StartFlowResponse,
  StopFlowRequest,
  StopFlowResponse,
  UpdateFlowRequest,
  UpdateFlowResponse,
} from './shapes.gen';

interface Operation {
  method: 'GET' | 'POST' | 'DELETE';
  uri: string;
  input: z.ZodObject;
  output: z.ZodObject;
  /** As the API's model declares them; the common ones of errors.ts come on top. */
  errors: readonly ExceptionName[];
}

/** The operations that are served: the table of contents of the API. */
export const operations = {
  CreateFlow: {
    method: 'POST',
    uri: '/create-flow',
    input: CreateFlowRequest,
    output: CreateFlowResponse,
    errors: [
      'ValidationException',
      'InternalServerException',
      'ResourceNotFoundException',
      'ServiceQuotaExceededException',
      'ConflictException',
      'ConnectorAuthenticationException',
      'ConnectorServerException',
      'AccessDeniedException',
    ],
  },
  DescribeFlow: {
    method: 'POST',
    uri: '/describe-flow',
    input: DescribeFlowRequest,
    output: DescribeFlowResponse,
    errors: ['ResourceNotFoundException', 'InternalServerException'],
  },
  ListFlows: {
    method: 'POST',
    uri: '/list-flows',
    input: ListFlowsRequest,
    output: ListFlowsResponse,
    errors: ['ValidationException', 'InternalServerException'],
  },
  UpdateFlow: {
    method: 'POST',
    uri: '/update-flow',
    input: UpdateFlowRequest,
    output: UpdateFlowResponse,
    errors: [
      'ValidationException',
      'ResourceNotFoundException',
      'ServiceQuotaExceededException',
      'ConflictException',
      'ConnectorAuthenticationException',
      'ConnectorServerException',
      'InternalServerException',
      'AccessDeniedException',
    ],
  },
  StartFlow: {
    method: 'POST',
    uri: '/start-flow',
    input: StartFlowRequest,
    output: StartFlowResponse,
    errors: [
      'ResourceNotFoundException',
      'InternalServerException',
      'ServiceQuotaExceededException',
      'ConflictException',
    ],
  },
  StopFlow: {
    method: 'POST',
    uri: '/stop-flow',
    input: StopFlowRequest,
    output: StopFlowResponse,
    errors: [
      'ConflictException',
      'ResourceNotFoundException',
      'UnsupportedOperationException',
      'InternalServerException',
    ],
  },
  DeleteFlow: {
    method: 'POST',
    uri: '/delete-flow',
    input: DeleteFlowRequest,
    output: DeleteFlowResponse,
    errors: ['ResourceNotFoundException', 'ConflictException', 'InternalServerException'],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
