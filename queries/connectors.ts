import { queryOptions, useQuery } from '@tanstack/react-query';
import type { World } from '@/contract/console';
import {
  type ConnectorConfiguration,
  DescribeConnectorEntityResponse,
  DescribeConnectorProfilesResponse,
  DescribeConnectorsResponse,
  ListConnectorEntitiesResponse,
} from '@/contract/shapes.gen';
import { callAppFlow } from './call-appflow';

/** What there is to choose from does not change while someone fills in a form. */
const staleTime = 60_000;

/** What the connectors that AWS made can do, by type; fails with AppFlowCallError. Registered ones are not told apart by type. */
export function useConnectors(world: World) {
  return useQuery(
    queryOptions({
      queryKey: ['connectors', world],
      queryFn: () =>
        callAppFlow('/describe-connectors', { maxResults: 100 }, DescribeConnectorsResponse, {
          world,
          actor: undefined,
        }),
      select: ({ connectorConfigurations = {} }) =>
        new Map<string, ConnectorConfiguration>(Object.entries(connectorConfigurations)),
      staleTime,
    }),
  );
}

/** The names of a connector's entities; none for a connector whose entities the service cannot list. */
export function useEntityNames(world: World, connectorType: string, isWanted: boolean) {
  return useQuery(
    queryOptions({
      queryKey: ['connector-entities', world, connectorType],
      queryFn: () =>
        callAppFlow('/list-connector-entities', { connectorType }, ListConnectorEntitiesResponse, {
          world,
          actor: undefined,
        }),
      select: ({ connectorEntityMap }) => Object.values(connectorEntityMap).flatMap((entities) => entities),
      enabled: isWanted,
      staleTime,
    }),
  );
}

/** The fields of an entity; fails where there is no such entity. */
export function useEntityFields(world: World, connectorType: string, connectorEntityName: string) {
  return useQuery(
    queryOptions({
      queryKey: ['connector-entity', world, connectorType, connectorEntityName],
      queryFn: () =>
        callAppFlow(
          '/describe-connector-entity',
          { connectorType, connectorEntityName },
          DescribeConnectorEntityResponse,
          { world, actor: undefined },
        ),
      select: ({ connectorEntityFields }) => connectorEntityFields,
      enabled: connectorEntityName !== '',
      staleTime,
    }),
  );
}

/** The names of the connector profiles of a connector type. */
export function useProfileNames(world: World, connectorType: string) {
  return useQuery(
    queryOptions({
      queryKey: ['connector-profiles', world, connectorType],
      queryFn: () =>
        callAppFlow(
          '/describe-connector-profiles',
          { connectorType, maxResults: 100 },
          DescribeConnectorProfilesResponse,
          { world, actor: undefined },
        ),
      select: ({ connectorProfileDetails = [] }) =>
        connectorProfileDetails.flatMap(({ connectorProfileName }) => connectorProfileName ?? []),
      staleTime,
    }),
  );
}
