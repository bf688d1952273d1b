import { DescribeFlowResponse } from '@/contract/shapes.gen';
import type { DescribedFlow } from '../data/data';
import { description } from '../operations/describe-flow';
import { withTimesPrinted } from './times';

/** What DescribeFlow answers for each flow, as the AWS CLI would print it: JSON, with times in ISO 8601. */
export function exportFlows(flows: DescribedFlow[]): string {
  const described = flows.map((flow) => withTimesPrinted(DescribeFlowResponse, description(flow)));
  return `${JSON.stringify({ flows: described }, null, 4)}\n`;
}
