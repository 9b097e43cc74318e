import * as z from 'zod/mini';
import { type Language, languages, languageSchema, type Localized } from '../../protocol/languages.ts';
import { suggestedComplaintLines } from '../../protocol/laws.ts';
import { Refusal } from '../../protocol/problems.ts';
import { type LocalRule, type PropertyProfile, propertyProfileSchema } from '../../protocol/property-profile.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import { type PurposeId, purposeIds, type Retention } from '../../protocol/purposes.ts';

const perLanguage = z.record(languageSchema, z.string());

/** The optional purposes, in the order of the set-up. */
export const offeredPurposes = ['emergency', 'billing', 'membership', 'offers', 'identity'] as const;
export type OfferedPurpose = (typeof offeredPurposes)[number];

const purposeAnswer = z.object({
  on: z.boolean(),
  /** Working days, or months; not read for the identity register. As a form gives it. */
  term: z.string(),
});

/** What the owner has answered so far, as typed. All of it is public later; who the owner is and their passphrase are not in it. */
export const setupAnswersSchema = z.object({
  step: z.int(),
  languages: z.array(z.string()),
  name: perLanguage,
  jurisdiction: z.string(),
  address: perLanguage,
  contact: z.string(),
  officerName: z.string(),
  officerContact: z.string(),
  /** The suggested lines, edited, and the owner's own. */
  complaints: z.array(z.object({ name: perLanguage, contact: z.string() })),
  purposes: z.record(z.enum(offeredPurposes), purposeAnswer),
  localRule: z.string(),
  localArticle: z.string(),
  localEffective: z.string(),
  localTerm: z.string(),
  storage: perLanguage,
});
export type SetupAnswers = z.infer<typeof setupAnswersSchema>;

/** Choices of how long, in working days after check-out and in months after the last stay. */
export const workingDayChoices = [0, 1, 3, 5, 7, 10, 15, 20, 30, 60] as const;
export const monthChoices = [1, 3, 6, 12, 18, 24, 36] as const;

/** An untouched set-up. `storage` is the suggestion of each language. */
export function emptyAnswers(storage: Record<Language, string>): SetupAnswers {
  const nothing = () => ({ 'zh-Hans': '', en: '' });
  const answerOf = (id: PurposeId) => ({
    on: !purposeTemplates[id].offByDefault,
    term: termOf(purposeTemplates[id].retention),
  });
  return {
    step: 0,
    languages: [...languages],
    name: nothing(),
    jurisdiction: '',
    address: nothing(),
    contact: '',
    officerName: '',
    officerContact: '',
    complaints: suggestedComplaintLines.map(({ name, contact }) => ({ name: { ...name }, contact })),
    purposes: {
      emergency: answerOf('emergency'),
      billing: answerOf('billing'),
      membership: answerOf('membership'),
      offers: answerOf('offers'),
      identity: answerOf('identity'),
    },
    localRule: '',
    localArticle: '',
    localEffective: '',
    localTerm: '',
    storage,
  };
}

function termOf(retention: Retention): string {
  switch (retention.kind) {
    case 'after-departure':
      return String(retention.workingDays);
    case 'until-withdrawn':
      return String(retention.monthsAfterStay);
    case 'statutory':
    case 'until-date':
      return '';
  }
}

/** The languages chosen, in the product's order. */
export function chosenLanguages(answers: Pick<SetupAnswers, 'languages'>): Language[] {
  return languages.filter((language) => answers.languages.includes(language));
}

/** Turns answers into the hotel's profile. `today` dates a local rule. Throws Refusal `malformed` naming the first answer that is missing. */
export function profileOf(answers: SetupAnswers, today: string): PropertyProfile {
  const chosen = chosenLanguages(answers);
  const words = (typed: Record<Language, string>): Localized => {
    const text: Localized = {};
    for (const language of chosen) if (typed[language].trim() !== '') text[language] = typed[language].trim();
    return text;
  };
  const parsed = propertyProfileSchema.safeParse({
    name: words(answers.name),
    address: words(answers.address),
    contact: answers.contact,
    officer: { name: answers.officerName, contact: answers.officerContact },
    complaints: answers.complaints.map(({ name, contact }) => ({ name: words(name), contact })),
    languages: chosen,
    jurisdiction: answers.jurisdiction,
    purposes: purposeIds.flatMap((id) => {
      const answer = id === 'minors' || id === 'temporary' ? undefined : answers.purposes[id];
      return answer?.on === true ? [{ id, retention: retentionOf(id, answer.term) }] : [];
    }),
    storage: words(answers.storage),
    identityRule: answers.purposes.identity.on ? localRule(answers, today) : null,
  });
  if (!parsed.success) throw new Refusal('malformed', parsed.error.issues[0]?.path.join('.'));
  return parsed.data;
}

/** Only whole: a term without its rule would be a claim nobody stands for. */
function localRule(
  { localRule: rule, localArticle: article, localEffective: effective, localTerm: term }: SetupAnswers,
  today: string,
): LocalRule | null {
  if ([rule, effective, term].some((typed) => typed.trim() === '')) return null;
  return { rule, ...(article.trim() === '' ? {} : { article }), effective, term, enteredOn: today };
}

function retentionOf(id: PurposeId, term: string): Retention {
  const { retention } = purposeTemplates[id];
  switch (retention.kind) {
    case 'after-departure':
      return { kind: 'after-departure', workingDays: Number(term) };
    case 'until-withdrawn':
      return { kind: 'until-withdrawn', monthsAfterStay: Number(term) };
    case 'statutory':
    case 'until-date':
      return retention;
  }
}
