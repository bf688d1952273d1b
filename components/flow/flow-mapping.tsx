import { type Column, DataTable } from '@/components/ui/data-table';
import { Section } from '@/components/ui/section';
import { connectorInWords } from '@/components/words/connector';
import { type FlowEnd, flowEndsOf } from './flow-ends';
import { type MappingPath, type MappingPicture, mappingPictureOf } from './mapping';
import styles from './flow-mapping.module.css';

/** More paths than this are easier to read as a list. */
const mostDrawn = 30;
const listedAtFirst = 20;

const columns: Column<MappingPath & { index: number }>[] = [
  { heading: 'Source fields', kind: 'words', cell: ({ sourceFields }) => sourceFields.join(', ') || 'All' },
  { heading: 'Tasks', kind: 'words', cell: ({ steps }) => steps.join(', then ') || 'Map' },
  { heading: 'Destination field', cell: ({ destinationField }) => destinationField ?? '–' },
];

function End({ end, role }: { end: FlowEnd; role: 'From' | 'To' }) {
  return (
    <div className={styles.end}>
      <div className={styles.role}>{role}</div>
      <strong>{connectorInWords(end.connectorType)}</strong>
      {end.place !== undefined && <code>{end.place}</code>}
      {end.connectorProfileName !== undefined && (
        <span className={styles.role}>profile {end.connectorProfileName}</span>
      )}
    </div>
  );
}

function Fields({ names }: { names: string[] }) {
  return (
    <span className={styles.fields}>
      {names.map((name) => (
        <code key={name} className={styles.field}>
          {name}
        </code>
      ))}
    </span>
  );
}

function Path({ path }: { path: MappingPath }) {
  const { sourceFields, steps, destinationField } = path;
  return (
    <li className={styles.path}>
      <Fields names={sourceFields} />
      <span className={styles.wire} data-ends={destinationField === undefined || undefined}>
        <span className="visually-hidden"> to </span>
        {steps.map((step) => (
          <span key={step} className={styles.step}>
            {step}
          </span>
        ))}
      </span>
      <span className={styles.fields}>
        {destinationField === undefined ? (
          <span className={styles.role}>{steps.length > 0 ? 'only this is done to it' : 'not mapped'}</span>
        ) : (
          <code className={styles.field}>{destinationField}</code>
        )}
      </span>
    </li>
  );
}

function Sieve({ picture }: { picture: MappingPicture }) {
  const { projection, filters } = picture;
  const isSaidByPaths = projection?.every((name) =>
    picture.paths.some(({ sourceFields }) => sourceFields.includes(name)),
  );
  const readsFields = projection !== undefined && projection.length > 0 && isSaidByPaths !== true;
  if (filters.length === 0 && projection === undefined) return null;
  return (
    <ul className={styles.sieve}>
      {filters.map((filter) => (
        <li key={filter}>
          Only records where <code>{filter}</code>
        </li>
      ))}
      {readsFields && (
        <li>
          Reads only <Fields names={projection} />
        </li>
      )}
      {projection !== undefined && isSaidByPaths === true && <li>Reads only the fields below</li>}
    </ul>
  );
}

function MapsAll({ mapsAll }: { mapsAll: NonNullable<MappingPicture['mapsAll']> }) {
  return (
    <li className={styles.path}>
      <span className={styles.fields}>
        <span className={styles.field}>All fields</span>
      </span>
      <span className={styles.wire}>
        <span className="visually-hidden"> to </span>
        {mapsAll.except.length > 0 && (
          <span className={styles.step}>without {mapsAll.except.join(', ')}</span>
        )}
      </span>
      <span className={styles.fields}>
        <span className={styles.field}>fields of the same names</span>
      </span>
    </li>
  );
}

/** From where to where a flow moves which fields and what it does to them on the way, as a picture; as a list where there are many. */
export function FlowMapping({ definition }: { definition: Record<string, unknown> }) {
  const ends = flowEndsOf(definition);
  const picture = mappingPictureOf(definition);
  const { mapsAll, paths } = picture;
  const isDrawn = paths.length <= mostDrawn;
  const isEmpty = paths.length === 0 && mapsAll === undefined;
  return (
    <Section
      id="mappings"
      heading="What it moves"
      note={paths.length > 0 ? `${paths.length} ${paths.length === 1 ? 'mapping' : 'mappings'}` : undefined}
    >
      <div className={styles.picture}>
        {ends !== undefined && (
          <div className={styles.ends}>
            <End end={ends.source} role="From" />
            <span className={styles.arrow} aria-hidden="true" />
            <div className={styles.destinations}>
              {ends.destinations.map((end, index) => (
                <End key={index} end={end} role="To" />
              ))}
            </div>
          </div>
        )}
        <Sieve picture={picture} />
        {isEmpty && picture.projection === undefined && <p className={styles.role}>It maps no fields.</p>}
        {(mapsAll !== undefined || isDrawn) && !isEmpty && (
          <ol className={styles.paths} aria-label="Field mappings">
            {mapsAll !== undefined && <MapsAll mapsAll={mapsAll} />}
            {isDrawn && paths.map((path, index) => <Path key={index} path={path} />)}
          </ol>
        )}
      </div>
      {!isDrawn && (
        <DataTable
          label="Field mappings"
          rows={paths.map((path, index) => ({ ...path, index }))}
          columns={columns}
          keyOf={({ index }) => index}
          empty="It maps no fields."
          shownAtFirst={listedAtFirst}
        />
      )}
    </Section>
  );
}
