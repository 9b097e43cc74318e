import { composeTemporary } from './compose-temporary.ts';
import type { Language } from './languages.ts';
import { purposeCitations, sectionCitations } from './laws.ts';
import { type Notice, type NoticePurpose, type NoticeSection, noticeSectionSchema, type Recipient } from './notice.ts';
import { inSentence, itemList, ownText, withCertainty } from './notice-sentences.ts';
import type { NoticeTexts } from './notice-texts/notice-texts.ts';
import { noticeTextsIn } from './notice-texts/notice-texts-in.ts';
import { Refusal } from './problems.ts';
import { localRuleOf, type ProfilePurpose, type PropertyProfile } from './property-profile.ts';
import { purposeTemplates, type PurposeTemplate } from './purpose-templates.ts';
import { fieldIds, purposeIds, type Retention } from './purposes.ts';
import { requestWorkingDays } from './request.ts';

export interface NoticeInput {
  readonly profile: PropertyProfile;
  /** The property's id. */
  readonly property: string;
  readonly language: Language;
  /** The manifest sequence at which this text last changed, from 1. */
  readonly version: number;
}

/**
 * Writes the notice of a hotel in one language from what the owner said and the product's own words (PIPL 17, 23, 30;
 * 网络数据安全管理条例 21). Pure: the same input gives the same JSON text. Purposes come in the templates' order, the
 * ones the owner picked and those the law attaches to guests whatever the owner picks; the public lists are derived
 * from the purposes. What the owner wrote stays as written in fields of its own; inside a sentence it is made one
 * line that cannot reorder the words around it.
 * Throws Refusal `malformed` when a text of the profile exists in no language.
 */
export function composeNotice({ profile, property, language, version }: NoticeInput): Notice {
  const texts = noticeTextsIn[language];
  const own = {
    name: ownText(profile.name, language, 'name'),
    address: ownText(profile.address, language, 'address'),
    storage: ownText(profile.storage, language, 'storage'),
  };
  const purposes = templatesOf(profile).map((template) => composePurpose(template, profile, language));
  return {
    format: 'foyer-notice/1',
    property,
    language,
    version,
    jurisdiction: profile.jurisdiction,
    controller: {
      name: own.name,
      address: own.address,
      contact: profile.contact,
      officer: { name: profile.officer.name, contact: profile.officer.contact },
    },
    promise: texts.promise,
    purposes,
    sections: composeSections(profile, own, language),
    collected: [
      ...purposes.flatMap((purpose) => [collectedFor(purpose, texts), ...entryFactsOf(purpose, profile, texts)]),
      ...Object.values(texts.collectedAlways),
    ],
    passedOn: purposes.flatMap((purpose) => purpose.recipients),
    ...processorsOf(profile, language),
    complaints: profile.complaints.map(({ name, contact }) => ({
      name: ownText(name, language, 'complaints'),
      contact,
    })),
    storage: own.storage,
    crossBorder: texts.crossBorder,
    disclaimer: texts.disclaimer,
  };
}

function templatesOf(profile: PropertyProfile): PurposeTemplate[] {
  const picked = new Set(profile.purposes.map(({ id }) => id));
  return purposeIds
    .map((id) => purposeTemplates[id])
    .filter(({ id, offered }) => offered === 'always' || picked.has(id));
}

function composePurpose(template: PurposeTemplate, profile: PropertyProfile, language: Language): NoticePurpose {
  const texts = noticeTextsIn[language];
  const chosen = profile.purposes.find(({ id }) => id === template.id);
  const words = { ...texts.purposes[template.id], ...ownWords(chosen, template, language) };
  const retention = chosen?.retention ?? template.retention;
  const entryRule = entryRuleOf(template, profile);
  if (template.id === 'temporary') return composeTemporary(template, chosen, retention, language);
  const citations = purposeCitations(template.id, language);
  const items = fieldIds.flatMap((field) => {
    const need = template.fields[field];
    return need === undefined ? [] : [{ field, label: texts.fields[field], need, sensitive: texts.sensitive[field] }];
  });
  return {
    id: template.id,
    basis: template.basis,
    citations,
    title: words.title,
    plain: words.plain,
    rule: withCertainty(words.rule, citations, texts),
    method: words.method + (entryRule === null ? '' : texts.entryFacts.method(entryRule)),
    items,
    retention,
    retentionText: retentionText(template, retention, profile, texts),
    refusal: words.refusal,
    withdrawal: texts.withdrawal[template.basis],
    recipients: recipientsOf(template, items, chosen, language, entryRule !== null),
  };
}

/** The owner's own words, as one line each. What the law asks is not theirs to word. */
function ownWords(
  chosen: ProfilePurpose | undefined,
  template: PurposeTemplate,
  language: Language,
): { readonly plain: string; readonly rule: string } | undefined {
  if (chosen?.words === undefined || template.basis === 'law') return undefined;
  const own = chosen.words[language];
  // Half of it in the hotel's words and half in ours would make two different promises.
  if (own === undefined) throw new Refusal('malformed', `profile.purposes.${template.id}.words.${language}`);
  return { plain: inSentence(own.plain), rule: inSentence(own.rule) };
}

function retentionText(
  template: PurposeTemplate,
  retention: Retention,
  profile: PropertyProfile,
  texts: NoticeTexts,
): string {
  switch (retention.kind) {
    case 'after-departure':
      return texts.retention.afterDeparture(retention.workingDays);
    case 'until-withdrawn':
      return texts.retention.untilWithdrawn(retention.monthsAfterStay);
    case 'until-date':
      // Only a temporary purpose has dates, and it writes them itself.
      throw new Refusal('malformed', `profile.purposes.${template.id}.retention`);
    case 'statutory': {
      const local = localRuleOf(profile, template.id);
      if (local === null) return template.id === 'identity' ? texts.retention.identity : texts.retention.otherDuty;
      return texts.retention.byLocalRule({
        rule: inSentence(local.rule),
        article: local.article === undefined ? null : inSentence(local.article),
        effective: local.effective ?? null,
        term: inSentence(local.term),
        enteredOn: inSentence(local.enteredOn),
      });
    }
  }
}

/** The police receive what the register takes; of every other use, whoever the owner names. */
function recipientsOf(
  template: PurposeTemplate,
  items: NoticePurpose['items'],
  chosen: ProfilePurpose | undefined,
  language: Language,
  entryFacts: boolean,
): Recipient[] {
  const texts = noticeTextsIn[language];
  const passed = itemList(items, texts);
  if (template.id === 'identity') {
    const more = entryFacts ? texts.entryFacts.passed : '';
    return [{ ...texts.police, items: passed + more, legalDuty: true }];
  }
  if (template.basis === 'law') return [];
  return (chosen?.recipients ?? []).map(({ name, contact, purpose, method }) => ({
    name,
    contact,
    purpose: ownText(purpose, language, `purposes.${template.id}.recipients`),
    method: ownText(method, language, `purposes.${template.id}.recipients`),
    items: passed,
    legalDuty: false,
  }));
}

function processorsOf({ processors = [] }: PropertyProfile, language: Language): Pick<Notice, 'processors'> {
  if (processors.length === 0) return {};
  return {
    processors: processors.map(({ name, contact, purpose, place }) => ({
      name,
      contact,
      purpose: ownText(purpose, language, 'processors'),
      place: ownText(place, language, 'processors'),
    })),
  };
}

function composeSections(
  profile: PropertyProfile,
  own: { readonly name: string; readonly address: string; readonly storage: string },
  language: Language,
): NoticeSection[] {
  const texts = noticeTextsIn[language];
  const sections = texts.sections({
    name: inSentence(own.name),
    address: inSentence(own.address),
    contact: inSentence(profile.contact),
    officerName: inSentence(profile.officer.name),
    officerContact: inSentence(profile.officer.contact),
    storage: inSentence(own.storage),
    promisedWorkingDays: requestWorkingDays,
  });
  return noticeSectionSchema.shape.id.options.map((id) => {
    const { title, plain, rule } = sections[id];
    const citations = sectionCitations(id, language);
    return { id, title, plain, rule: withCertainty(rule, citations, texts), citations };
  });
}

function collectedFor(purpose: NoticePurpose, texts: NoticeTexts): Notice['collected'][number] {
  return {
    item: itemList(purpose.items, texts),
    purposes: purpose.title,
    how: texts.collectedHow,
    keptFor: purpose.retentionText,
  };
}

/** The rule by which visa and entry are asked for; null where none is. */
function entryRuleOf({ id }: Pick<PurposeTemplate, 'id'>, { register }: PropertyProfile): string | null {
  const rule = id === 'identity' ? (register?.entryRule ?? null) : null;
  return rule === null ? null : inSentence(rule);
}

function entryFactsOf(purpose: NoticePurpose, profile: PropertyProfile, texts: NoticeTexts): Notice['collected'] {
  if (entryRuleOf(purpose, profile) === null) return [];
  const { item, how, keptFor } = texts.entryFacts;
  return [{ item, purposes: purpose.title, how, keptFor }];
}
