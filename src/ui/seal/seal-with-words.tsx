import { useMessages } from '../messages/messages-provider.tsx';
import { fourWords } from './four-words.ts';
import { SealMark, type SealMarkProps } from './seal-mark.tsx';
import './seal-with-words.css';

/** The mark beside its four words, to be compared with the poster. */
export function SealWithWords({ fingerprint, size }: SealMarkProps) {
  const { sealWords } = useMessages('common');
  const [first, second, third, fourth] = fourWords(fingerprint, sealWords);
  return (
    <div className="seal-with-words">
      <SealMark fingerprint={fingerprint} size={size} />
      <p className="seal-with-words__words">
        <span>{first} </span>
        <span>{second} </span>
        <span>{third} </span>
        <span>{fourth}</span>
      </p>
    </div>
  );
}
