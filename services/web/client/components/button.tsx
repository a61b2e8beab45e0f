import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Looks = 'main' | 'quiet' | 'danger' | 'little';

interface Props extends Omit<JSX.IntrinsicElements['button'], 'icon' | 'size'> {
  looks?: Looks | readonly Looks[];
  icon?: IconName;
  /** Said while the work runs; the button takes no second press. */
  isBusy?: boolean;
  children?: ComponentChildren;
}

const classOf = (looks: Props['looks']): string => ['button', ...[looks ?? []].flat()].join(' ');

export function Button({ looks, icon, isBusy = false, children, disabled, type = 'button', ...rest }: Props) {
  return (
    <button {...rest} type={type} class={classOf(looks)} disabled={isBusy || disabled} aria-busy={isBusy}>
      {icon && <Icon name={isBusy ? 'wait' : icon} />}
      {children}
    </button>
  );
}

interface LinkProps {
  href: string;
  looks?: Props['looks'];
  icon?: IconName;
  download?: string;
  children: ComponentChildren;
}

export const ButtonLink = ({ href, looks, icon, download, children }: LinkProps) => (
  <a class={classOf(looks)} href={href} {...(download === undefined ? {} : { download })}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
);
