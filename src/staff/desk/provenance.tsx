import { staysNothing } from '../../protocol/api.ts';
import { languageNames } from '../../ui/messages/language.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from './desk-entry.ts';

interface ProvenanceProps {
  readonly entry: DeskEntry;
  /** Those who come along, among them the one this guest comes along with. */
  readonly together: readonly DeskEntry[];
}

/** Where a record came from: whose act it was, on what, through which channel, when, and under which notice. */
export function Provenance({ entry: { row }, together }: ProvenanceProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const language = useLanguage();
  const { record } = t;
  const act = row.channel === 'desk' ? record.ownDesk : record.own;
  const versions = [
    ...new Set((row.agreed ?? []).map((one) => record.noticeVersion(one.version, languageNames[one.language]))),
  ];
  const lead = row.party === undefined ? null : together.find((other) => other.row.registration === row.party);
  return (
    <section className="provenance">
      <h2>{record.from}</h2>
      <dl className="guest-detail__facts">
        {!staysNothing(row) && (
          <>
            <div>
              <dt>{record.act}</dt>
              <dd>
                {act}
                {row.minors && <small> {record.guardian}</small>}
              </dd>
            </div>
            <div>
              <dt>{t.guest.from}</dt>
              <dd>
                {t.guest.channels[row.channel]} · {languageNames[row.language]}
              </dd>
            </div>
          </>
        )}
        <div>
          <dt>{t.guest.received}</dt>
          <dd>{formatInstant(row.receivedAt, language, 'Asia/Shanghai')}</dd>
        </div>
        <div>
          <dt>{record.notice}</dt>
          <dd>{versions.length === 0 ? record.noticeGone : versions.join(common.listSeparator)}</dd>
        </div>
        {lead !== null && (
          <div>
            <dt>{record.companionOf}</dt>
            <dd>
              <bdi>{lead === undefined ? record.companionGone : (lead.card?.name ?? lead.code)}</bdi>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
