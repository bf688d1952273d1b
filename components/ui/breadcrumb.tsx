import { AppLink } from './app-link';
import styles from './breadcrumb.module.css';

interface BreadcrumbProps {
  /** The pages above, the highest first. */
  above: { href: string; text: string }[];
  here: string;
}

/** Where the page stands. */
export function Breadcrumb({ above, here }: BreadcrumbProps) {
  return (
    <nav className={styles.breadcrumb} aria-label="Breadcrumb">
      <ol>
        {above.map(({ href, text }) => (
          <li key={href}>
            <AppLink variant="primary" href={href}>
              {text}
            </AppLink>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
