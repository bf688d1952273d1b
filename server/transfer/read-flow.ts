import type { z } from 'zod';
import { World } from '@/contract/console';
import { map, text } from '@/contract/constraints';
import { readInput } from '@/contract/read-input';
import {
  ConnectorType,
  DescribeFlowResponse,
  DestinationFlowConfigList,
  ExecutionDetails,
  FlowDefinition as ListedFlow,
  FlowName,
  FlowStatus,
  SourceFlowConfig,
  Tasks,
  TriggerConfig,
  TriggerType,
} from '@/contract/shapes.gen';
import { actorOf, readFlowArn } from '../domain/arn';
import type { FlowDefinition, ImportedState, LastExecution } from '../domain/flow';
import { withTimesRead } from './times';
import { TransferError } from './transfer-error';

/** A flow as a file tells of it. */
export interface ReadFlow {
  /** What told of it: DescribeFlow all of it, ListFlows only what it is called, does and stands at. */
  toldBy: 'DescribeFlow' | 'ListFlows';
  /** Where it is from, if that is said. */
  flowArn?: string;
  /** Where it goes. */
  world: World;
  flowName: string;
  definition: FlowDefinition;
  state: Omit<ImportedState, 'lastExecution'>;
  lastExecution?: Omit<LastExecution, 'executionId'>;
}

/**
 * What both say of a flow. AppFlow answers more than its own patterns allow: messages with any characters in them, tags that begin
 * with aws:, partitions other than aws.
 */
const Told = DescribeFlowResponse.pick({
  createdAt: true,
  createdBy: true,
  lastUpdatedAt: true,
  lastUpdatedBy: true,
  schemaVersion: true,
}).extend({
  flowArn: text({ max: 512 }).optional(),
  flowName: FlowName,
  flowStatus: FlowStatus,
  flowStatusMessage: text().optional(),
  lastRunExecutionDetails: ExecutionDetails.extend({
    mostRecentExecutionMessage: text().optional(),
  }).optional(),
  tags: map(text({ min: 1, max: 128 }), text({ max: 256 })).optional(),
});
const Described = DescribeFlowResponse.extend({
  ...Told.shape,
  triggerConfig: TriggerConfig,
  sourceFlowConfig: SourceFlowConfig,
  destinationFlowConfigList: DestinationFlowConfigList,
  tasks: Tasks,
});
const Listed = ListedFlow.extend({
  ...Told.shape,
  triggerType: TriggerType,
  sourceConnectorType: ConnectorType,
  destinationConnectorType: ConnectorType,
});

/** Reads a flow that DescribeFlow described, for its own world or the one that it is moved into. Throws TransferError. */
export function readDescribedFlow(json: unknown, moved: Partial<World>): ReadFlow {
  const flow = read(Described, json);
  const [destination, ...more] = flow.destinationFlowConfigList;
  if (!destination) {
    throw new TransferError('it has no destination.');
  }
  return {
    toldBy: 'DescribeFlow',
    ...readState(flow, moved),
    definition: {
      description: flow.description,
      kmsArn: flow.kmsArn,
      triggerConfig: flow.triggerConfig,
      sourceFlowConfig: flow.sourceFlowConfig,
      destinationFlowConfigList: [destination, ...more],
      tasks: flow.tasks,
      metadataCatalogConfig: flow.metadataCatalogConfig,
    },
  };
}

/** Reads a flow that ListFlows lists: what is not said there, such as its schedule, it does not have. Throws TransferError. */
export function readListedFlow(json: unknown, moved: Partial<World>): ReadFlow {
  const flow = read(Listed, json);
  return {
    toldBy: 'ListFlows',
    ...readState(flow, moved),
    definition: {
      description: flow.description,
      triggerConfig: { triggerType: flow.triggerType },
      sourceFlowConfig: { connectorType: flow.sourceConnectorType, sourceConnectorProperties: {} },
      destinationFlowConfigList: [
        { connectorType: flow.destinationConnectorType, destinationConnectorProperties: {} },
      ],
      tasks: [],
    },
  };
}

function read<Schema extends z.ZodObject>(schema: Schema, json: unknown): z.infer<Schema> {
  const reading = readInput(schema, withTimesRead(schema, json));
  if (!reading.ok) {
    throw new TransferError(reading.message);
  }
  return reading.input;
}

function readState(
  flow: z.infer<typeof Told>,
  moved: Partial<World>,
): Pick<ReadFlow, 'flowArn' | 'world' | 'flowName' | 'state' | 'lastExecution'> {
  const world = worldOf(flow, moved);
  const { mostRecentExecutionStatus, mostRecentExecutionTime, mostRecentExecutionMessage } =
    flow.lastRunExecutionDetails ?? {};
  return {
    flowArn: flow.flowArn,
    world,
    flowName: flow.flowName,
    state: {
      flowStatus: flow.flowStatus,
      flowStatusMessage: flow.flowStatusMessage,
      tags: flow.tags ?? {},
      schemaVersion: flow.schemaVersion ?? 1,
      createdAt: toEpochMs(flow.createdAt),
      createdBy: flow.createdBy && actorOf(world, flow.createdBy),
      lastUpdatedAt: toEpochMs(flow.lastUpdatedAt),
      lastUpdatedBy: flow.lastUpdatedBy && actorOf(world, flow.lastUpdatedBy),
    },
    lastExecution:
      mostRecentExecutionStatus === undefined || mostRecentExecutionTime === undefined
        ? undefined
        : {
            executionStatus: mostRecentExecutionStatus,
            at: Math.round(mostRecentExecutionTime * 1_000),
            message: mostRecentExecutionMessage,
          },
  };
}

function toEpochMs(epochSeconds: number | undefined): number | undefined {
  return epochSeconds === undefined ? undefined : Math.round(epochSeconds * 1_000);
}

function worldOf(
  { flowArn, flowName }: { flowArn?: string; flowName: string },
  moved: Partial<World>,
): World {
  const origin = flowArn === undefined ? undefined : readFlowArn(flowArn);
  if (flowArn !== undefined && origin?.flowName !== flowName) {
    throw new TransferError(`its flowArn ${JSON.stringify(flowArn)} is not that of a flow of this name.`);
  }
  const world = World.safeParse({ account: origin?.account, region: origin?.region, ...moved });
  if (!world.success) {
    throw new TransferError('it has no flowArn: say its account and region with --account and --region.');
  }
  return world.data;
}
