import type { Language, Localized } from './languages.ts';
import { purposeCitations } from './laws.ts';
import type { Citation, NoticePurpose } from './notice.ts';
import { inSentence, itemList, ownText, withCertainty } from './notice-sentences.ts';
import type { TemporaryFacts } from './notice-texts/notice-texts.ts';
import { noticeTextsIn } from './notice-texts/notice-texts-in.ts';
import { Refusal } from './problems.ts';
import type { ProfilePurpose } from './property-profile.ts';
import type { PurposeTemplate } from './purpose-templates.ts';
import type { Retention } from './purposes.ts';
import { temporaryFields } from './temporary-rule.ts';

/** Each law once, with all of its articles: beside the hotel's own rule, three lines of the same law would hide it. */
function oncePerLaw(citations: readonly Citation[], separator: string): Citation[] {
  const merged: Citation[] = [];
  for (const one of citations) {
    const at = merged.findIndex(({ law, certainty }) => law === one.law && certainty === one.certainty);
    const known = merged[at];
    if (known === undefined) merged.push(one);
    else merged[at] = { ...known, article: `${known.article}${separator}${one.article}` };
  }
  return merged;
}

/** What rests on a rule the owner has entered: named first, with its end, and asking for no more than it does. Throws Refusal `malformed` without one. */
export function composeTemporary(
  { id, basis }: PurposeTemplate,
  chosen: ProfilePurpose | undefined,
  retention: Retention,
  language: Language,
): NoticePurpose {
  if (chosen?.rule === undefined || retention.kind !== 'until-date')
    throw new Refusal('malformed', `profile.purposes.${id}`);
  const { rule } = chosen;
  const texts = noticeTextsIn[language];
  const words = texts.purposes[id];
  const line = (text: Localized) => inSentence(ownText(text, language, `purposes.${id}.rule`));
  const facts: TemporaryFacts = {
    name: line(rule.name),
    article: line(rule.article),
    authority: line(rule.authority),
    issuedOn: rule.issuedOn,
    enteredOn: rule.enteredOn,
    asked: retention.asked,
    erased: retention.erased,
    days: rule.days,
  };
  const citations: Citation[] = [
    {
      law: facts.name,
      article: facts.article,
      effective: rule.issuedOn,
      checkedOn: rule.enteredOn,
      // The hotel read it, nobody else has.
      certainty: '?',
    },
    ...oncePerLaw(purposeCitations(id, language), texts.temporary.articles),
  ];
  const items = temporaryFields
    .filter((field) => rule.fields.includes(field))
    .map((field) => ({
      field,
      label: field === 'itinerary' ? texts.temporary.itinerary(facts) : texts.fields[field],
      need: 'needed' as const,
      sensitive: texts.sensitive[field],
    }));
  const { recipient } = texts.temporary;
  return {
    id,
    basis,
    citations,
    title: words.title,
    plain: words.plain + texts.temporary.plain(facts),
    rule: withCertainty(words.rule + texts.temporary.rule(facts), citations, texts),
    method: words.method,
    items,
    retention,
    retentionText: texts.temporary.retention(facts),
    refusal: words.refusal,
    withdrawal: texts.withdrawal[basis],
    recipients: [{ name: facts.authority, ...recipient, items: itemList(items, texts), legalDuty: true }],
  };
}
