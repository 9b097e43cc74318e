import { type IconName, iconPaths } from './icon-paths.ts';
import './icon.css';

export type { IconName };

const turnsWithReading: ReadonlySet<IconName> = new Set([
  'back',
  'forward',
  'leaving',
  'arriving',
  'sound',
  'sound-off',
]);

interface IconProps {
  readonly name: IconName;
  readonly size?: 'text' | 'large';
}

/** Decoration beside words, so it is hidden from screen readers: the words must be there too. */
export function Icon({ name, size = 'text' }: IconProps) {
  const classes = ['icon'];
  if (size === 'large') classes.push('icon--large');
  if (turnsWithReading.has(name)) classes.push('icon--turns');
  return (
    <svg className={classes.join(' ')} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  );
}
