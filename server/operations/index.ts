import { cancelFlowExecutions } from './cancel-flow-executions';
import { createConnectorProfile } from './create-connector-profile';
import { createFlow } from './create-flow';
import { deleteConnectorProfile } from './delete-connector-profile';
import { deleteFlow } from './delete-flow';
import { describeConnector } from './describe-connector';
import { describeConnectorEntity } from './describe-connector-entity';
import { describeConnectorProfiles } from './describe-connector-profiles';
import { describeConnectors } from './describe-connectors';
import { describeFlow } from './describe-flow';
import { describeFlowExecutionRecords } from './describe-flow-execution-records';
import type { Handler } from './handler';
import { listConnectorEntities } from './list-connector-entities';
import { listConnectors } from './list-connectors';
import { listFlows } from './list-flows';
import { listTagsForResource } from './list-tags-for-resource';
import { registerConnector } from './register-connector';
import { resetConnectorMetadataCache } from './reset-connector-metadata-cache';
import { startFlow } from './start-flow';
import { stopFlow } from './stop-flow';
import { tagResource } from './tag-resource';
import { unregisterConnector } from './unregister-connector';
import { untagResource } from './untag-resource';
import { updateConnectorProfile } from './update-connector-profile';
import { updateConnectorRegistration } from './update-connector-registration';
import { updateFlow } from './update-flow';
import type { OperationName } from '@/contract/operations';

/** The handler of every operation: a missing one does not compile. */
export const handlers = {
  CancelFlowExecutions: cancelFlowExecutions,
  CreateConnectorProfile: createConnectorProfile,
  CreateFlow: createFlow,
  DeleteConnectorProfile: deleteConnectorProfile,
  DeleteFlow: deleteFlow,
  DescribeConnector: describeConnector,
  DescribeConnectorEntity: describeConnectorEntity,
  DescribeConnectorProfiles: describeConnectorProfiles,
  DescribeConnectors: describeConnectors,
  DescribeFlow: describeFlow,
  DescribeFlowExecutionRecords: describeFlowExecutionRecords,
  ListConnectorEntities: listConnectorEntities,
  ListConnectors: listConnectors,
  ListFlows: listFlows,
  ListTagsForResource: listTagsForResource,
  RegisterConnector: registerConnector,
  ResetConnectorMetadataCache: resetConnectorMetadataCache,
  StartFlow: startFlow,
  StopFlow: stopFlow,
  TagResource: tagResource,
  UnregisterConnector: unregisterConnector,
  UntagResource: untagResource,
  UpdateConnectorProfile: updateConnectorProfile,
  UpdateConnectorRegistration: updateConnectorRegistration,
  UpdateFlow: updateFlow,
} satisfies { [Name in OperationName]: Handler<Name> };
