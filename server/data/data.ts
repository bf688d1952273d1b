import type { z } from 'zod';
import type { World } from '@/contract/console';
import type { ApiException } from '@/contract/errors';
import type { ConnectorProfile, ConnectorProfileCommand } from '../domain/connectors/profile';
import type { ConnectorCommand, RegisteredConnector } from '../domain/connectors/registration';
import type { Accepted } from '../domain/decision';
import type { Caller, FlowCommand } from '../domain/flow';
import type { WorldCommand } from '../domain/world-settings';
import type { AccessKeys } from './access-keys';
import type { BulkRepository } from './bulk';
import type { BulkPlace } from './bulk-items';
import type { ConnectorProfilesRepository, RegisteredConnectorsRepository } from './connectors';
import type { EventsRepository } from './events';
import type { ExecutionsRepository } from './executions';
import type { DescribedFlow, FlowsRepository } from './flows';
import type { OverviewRepository } from './overview';
import type { SavedViewsRepository } from './saved-views';
import type { Sessions } from './sessions';
import type { WorldsRepository } from './worlds';

export type { DescribedFlow };

/** A command on its way to the writer, and how its answer is made from what was decided. */
export type Submission<Answer> =
  FlowSubmission<Answer> | ConnectorProfileSubmission<Answer> | ConnectorSubmission<Answer> | WorldSubmission;

/** What every command takes to the writer. */
interface Asked<Answer> {
  world: World;
  caller: Caller;
  requestId: string;
  /** With this token the first answer is repeated for eight hours, for a request with the same parameters. */
  clientToken?: { token: string; parameters: unknown; output: z.ZodType<Answer> };
}

export interface FlowSubmission<Answer> extends Asked<Answer> {
  flowName: string;
  command: FlowCommand;
  /** The flow's place in a bulk job: it is carried out once for each, and what came of it is kept there instead of answered. */
  bulkPlace?: BulkPlace;
  answer(accepted: Accepted): Answer;
}

export interface ConnectorProfileSubmission<Answer> extends Asked<Answer> {
  connectorProfileName: string;
  command: ConnectorProfileCommand;
  answer(profile: ConnectorProfile): Answer;
}

export interface ConnectorSubmission<Answer> extends Asked<Answer> {
  connectorLabel: string;
  command: ConnectorCommand;
  answer(connector: RegisteredConnector): Answer;
}

/** Who may come in. */
export interface Access {
  keys: AccessKeys;
  sessions: Sessions;
}

export interface WorldSubmission extends Asked<void> {
  command: WorldCommand;
  answer(): void;
}

/** Everything that is kept. Nothing above knows which database it is. */
export interface Data {
  flows: FlowsRepository;
  executions: ExecutionsRepository;
  events: EventsRepository;
  bulk: BulkRepository;
  overview: OverviewRepository;
  worlds: WorldsRepository;
  savedViews: SavedViewsRepository;
  /** What page tokens are made with: 32 bytes of the database's own. */
  pageTokenSecret: Uint8Array;
  connectorProfiles: ConnectorProfilesRepository;
  registeredConnectors: RegisteredConnectorsRepository;
  /** There in strict mode alone: in open mode everybody may come in. */
  access: Access | undefined;
  /**
   * Decides the command on the present state and writes state and event together; resolves only after the commit.
   * Throws the ApiException that refuses it, or InternalServerException when the commit failed.
   */
  submit<Answer>(submission: FlowSubmission<Answer>): Promise<Answer>;
  /** The same for connector profiles. */
  submitConnectorProfile<Answer>(submission: ConnectorProfileSubmission<Answer>): Promise<Answer>;
  /** The same for registered connectors. */
  submitConnector<Answer>(submission: ConnectorSubmission<Answer>): Promise<Answer>;
  /** The same for what people set for a world. */
  submitWorld(submission: WorldSubmission): Promise<void>;
}

/** What refused which of several commands, by their place among them. */
export type Refusals = { index: number; error: ApiException }[];

/** The data of the process that has opened the database. */
export interface OwnedData extends Data {
  /** Carries out all of the commands together, or none when any is refused: then it gives what refused which. */
  submitAll(submissions: Submission<unknown>[]): Refusals;
  /** Finishes what was accepted. */
  close(): Promise<void>;
}
