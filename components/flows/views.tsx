import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type SubmitEvent, useState } from 'react';
import { useActor } from '@/components/shell/use-actor';
import { announce } from '@/components/ui/announcer';
import { AppLink } from '@/components/ui/app-link';
import { copyText } from '@/components/ui/copy-button';
import { PanelButton, useClosePanel } from '@/components/ui/panel-button';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { written } from '@/components/words/written';
import type { FlowsQuery } from '@/contract/flows-query';
import { type SavedView, type ViewChange, ViewName, viewSearch } from '@/contract/saved-views';
import { flowsHref, flowsQueryFrom } from '@/queries/flows';
import { useViewChange, useViews } from '@/queries/views';
import { worldSearch } from '@/queries/world';
import type { FlowsView } from './use-flows-view';
import styles from './views.module.css';

interface ViewsProps {
  view: FlowsView;
  usualSize: FlowsQuery['size'];
}

/** The views of this world: each a link; the list as it is can be saved as one. */
export function Views(props: ViewsProps) {
  const { data: views = [] } = useViews(props.view.world);
  const search = viewSearch(props.view.query);
  const current = views.find((view) => view.search === search);
  return (
    <div className={styles.views}>
      <PanelButton
        className={styles.button}
        label={current ? `View: ${current.name}` : 'Views'}
        title="Views"
        panel={<ViewsPanel {...props} views={views} current={current} search={search} />}
      >
        <span className={styles.name}>{current ? written(current.name) : 'Views'}</span>
      </PanelButton>
    </div>
  );
}

interface PanelProps extends ViewsProps {
  views: SavedView[];
  current: SavedView | undefined;
  /** The list that is shown, as a view keeps it. */
  search: string;
}

function ViewsPanel({ view, usualSize, views, current, search }: PanelProps) {
  const { actor } = useActor();
  const { mutate, error, isPending } = useViewChange({ world: view.world, actor });
  const [renaming, setRenaming] = useState<string>();
  const send = (change: ViewChange, said: string) =>
    mutate(change, {
      onSuccess: () => {
        setRenaming(undefined);
        announce(said);
      },
    });
  return (
    <div className={styles.panel}>
      <ul className={styles.list} aria-label="Views">
        {views.map((each) => (
          <li key={each.name} aria-current={each === current ? 'true' : undefined}>
            {renaming === each.name ? (
              <NameForm
                label={`New name of ${each.name}`}
                name={each.name}
                button="Rename"
                isPending={isPending}
                onName={(to) => send({ action: 'rename', name: each.name, to }, `Renamed to ${to}`)}
                onCancel={() => setRenaming(undefined)}
              />
            ) : (
              <ViewLine
                view={each}
                href={flowsHref(
                  view.world,
                  { ...flowsQueryFrom(new URLSearchParams(each.search)), size: view.query.size },
                  usualSize,
                )}
                link={shortLink(view, each.name)}
                isCurrent={each === current}
                isPending={isPending}
                onReplace={() =>
                  send({ action: 'replace', name: each.name, search }, `${each.name} is now this list`)
                }
                onRename={() => setRenaming(each.name)}
                onDelete={() => send({ action: 'delete', name: each.name }, `Deleted the view ${each.name}`)}
              />
            )}
          </li>
        ))}
      </ul>
      {current === undefined && (
        <NameForm
          label="Save this list as a view"
          description="Everyone who sees this account and region sees it."
          name=""
          button="Save"
          isPending={isPending}
          onName={(name) => send({ action: 'save', name, search }, `Saved the view ${name}`)}
        />
      )}
      {error && (
        <div role="alert">
          <SpokenAlert type="error">{error.message}</SpokenAlert>
        </div>
      )}
    </div>
  );
}

interface LineProps {
  view: SavedView;
  href: string;
  link: string;
  isCurrent: boolean;
  isPending: boolean;
  onReplace: () => void;
  onRename: () => void;
  onDelete: () => void;
}

function ViewLine({ view, href, link, isCurrent, isPending, onReplace, onRename, onDelete }: LineProps) {
  const close = useClosePanel();
  const isOurs = view.by !== undefined;
  const button = (text: string, onClick: () => void, isDisabled = isPending) => (
    <Button variant="inline-link" ariaLabel={`${text} ${view.name}`} disabled={isDisabled} onClick={onClick}>
      {text}
    </Button>
  );
  const copy = async () =>
    announce(
      (await copyText(new URL(link, location.href).href))
        ? `Copied the link to ${view.name}`
        : 'The browser did not let the link be copied',
    );
  return (
    <>
      {/* The panel is of the list that is left. */}
      <span className={styles.link} onClick={() => close()}>
        <AppLink variant="primary" href={href}>
          {written(view.name)}
        </AppLink>
      </span>
      {view.by !== undefined && <span className={styles.by}>by {written(view.by)}</span>}
      <span className={styles.ways}>
        {button('Copy link', () => void copy(), false)}
        {isOurs && !isCurrent && button('Replace', onReplace)}
        {isOurs && button('Rename', onRename)}
        {isOurs && button('Delete', onDelete)}
      </span>
    </>
  );
}

interface NameFormProps {
  label: string;
  description?: string;
  name: string;
  button: string;
  isPending: boolean;
  onName: (name: string) => void;
  onCancel?: () => void;
}

function NameForm({ label, description, name, button, isPending, onName, onCancel }: NameFormProps) {
  const [text, setText] = useState(name);
  const [isChecked, setChecked] = useState(false);
  const read = ViewName.safeParse(text);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (read.success && !isPending) onName(read.data);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <FormField
        label={label}
        description={description}
        errorText={isChecked && !read.success && 'A name has 1 to 60 characters.'}
      >
        <Input
          value={text}
          onChange={({ detail }) => setText(detail.value)}
          autoFocus={onCancel !== undefined}
          spellcheck={false}
        />
      </FormField>
      <div className={styles.ways}>
        <Button formAction="submit" loading={isPending}>
          {button}
        </Button>
        {onCancel && (
          <Button variant="link" formAction="none" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

/** Said above the list when a link names a view that is not there. */
export function MissingView({ name }: { name: string }) {
  return (
    <SpokenAlert type="warning" header={`There is no view “${written(name)}” in this account and region`}>
      It may have been renamed or deleted. This is the whole list.
    </SpokenAlert>
  );
}

/** The address that leads to a view whatever it holds by then. */
function shortLink({ world }: FlowsView, name: string): string {
  const search = new URLSearchParams({ view: name });
  worldSearch(world).forEach((value, key) => search.set(key, value));
  return `/flows?${search}`;
}
