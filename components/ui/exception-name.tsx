import { Fragment } from 'react';

/** The name of an exception; where there is no room for it, it breaks between its words. */
export function ExceptionName({ name }: { name: string }) {
  return name.split(/(?=[A-Z])/).map((word, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}
