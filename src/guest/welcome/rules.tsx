import { useId, useRef } from 'react';
import type { Notice } from '../../protocol/notice.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { Button } from '../../ui/components/button.tsx';
import { Disclosure } from '../../ui/components/disclosure.tsx';
import { NoticeView } from '../../ui/components/notice-view.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { InTurn } from '../app/in-turn.tsx';
import { noticeFile } from './notice-file.ts';
import './rules.css';

interface RulesProps {
  readonly notice: Notice;
  /** Null until the page runs on a phone: without scripts there is nothing to press. */
  readonly window: Window | null;
}

/** The whole notice, one tap away on every screen; open to read with scripts off, to be kept as a file or on paper. */
export function Rules({ notice, window }: RulesProps) {
  const t = useMessages('guest').rules;
  const common = useMessages('common');
  const id = useId();
  const onPhone = useAssisted() === null;
  const content = useRef<HTMLDivElement>(null);
  return (
    <div className="rules">
      <Disclosure summary={t.open} id={id}>
        <div ref={content} className="rules__full">
          <InTurn turn={2}>
            <NoticeView notice={notice} />
          </InTurn>
        </div>
        {window !== null && (
          <p className="rules__keep">
            {onPhone && (
              <Button
                icon="download"
                onClick={() => {
                  if (content.current === null) return;
                  const name = t.fileName(notice.controller.name);
                  noticeFile(window, name, notice.language, content.current);
                }}
              >
                {t.save}
              </Button>
            )}
            <Button icon="print" onClick={() => window.print()}>
              {common.print}
            </Button>
          </p>
        )}
      </Disclosure>
    </div>
  );
}
