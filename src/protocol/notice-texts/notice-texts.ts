import type { NoticeSection } from '../notice.ts';
import type { FieldId, PurposeId } from '../purposes.ts';

/** The words of one use of details: plain ones, and the exact rule beside them. */
export interface PurposeTexts {
  readonly title: string;
  readonly plain: string;
  readonly rule: string;
  /** How the details are collected and used. */
  readonly method: string;
  /** What happens on no (PIPL 16), or on not entering what the law requires. */
  readonly refusal: string;
}

export interface SectionTexts {
  readonly title: string;
  readonly plain: string;
  readonly rule: string;
}

/** What the owner wrote, ready to stand inside a sentence. */
export interface SectionFacts {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  readonly officerName: string;
  readonly officerContact: string;
  readonly storage: string;
  /** Working days within which a request made at the desk is answered at the latest. */
  readonly promisedWorkingDays: number;
}

/** A local rule for a term, as the owner entered it; `effective` and `enteredOn` are dates `YYYY-MM-DD`. */
export interface LocalRule {
  readonly rule: string;
  readonly article: string | null;
  readonly effective: string | null;
  readonly term: string;
  readonly enteredOn: string;
}

/** A temporary rule as the owner entered it; dates are `YYYY-MM-DD`. */
export interface TemporaryFacts {
  readonly name: string;
  readonly article: string;
  readonly authority: string;
  readonly issuedOn: string;
  readonly enteredOn: string;
  readonly asked: string;
  readonly erased: string;
  /** Days before the arrival its itinerary is about. */
  readonly days: number;
}

export interface CollectedTexts {
  readonly item: string;
  readonly purposes: string;
  readonly how: string;
  readonly keptFor: string;
}

/**
 * Everything the notice says in one language. A language is one object of this type, entered in `notice-texts-in.ts`;
 * a missing text doesn't compile.
 */
export interface NoticeTexts {
  readonly promise: string;
  readonly crossBorder: string;
  readonly disclaimer: string;
  /** A rule known from second hand only, with "please check with your local authority". */
  readonly unchecked: (rule: string) => string;
  readonly fields: Readonly<Record<FieldId, string>>;
  /** PIPL 28–31: that we treat it as sensitive, why it is necessary, what it could mean for the person. */
  readonly sensitive: Readonly<Record<FieldId, string | null>>;
  /** Names of fields as one phrase: all of `all`, and one of `oneOf` (either may be empty). */
  readonly fieldList: (all: readonly string[], oneOf: readonly string[]) => string;
  readonly purposes: Readonly<Record<PurposeId, PurposeTexts>>;
  readonly withdrawal: { readonly consent: string; readonly law: string };
  readonly retention: {
    readonly afterDeparture: (workingDays: number) => string;
    readonly untilWithdrawn: (monthsAfterStay: number) => string;
    /** No local rule known: how the term is determined (网络数据安全管理条例 21). */
    readonly identity: string;
    readonly byLocalRule: (local: LocalRule) => string;
    /** For every other duty whose term the law doesn't state. */
    readonly otherDuty: string;
  };
  /** How details of a purpose reach us, in the public list of what is collected. */
  readonly collectedHow: string;
  readonly collectedAlways: {
    readonly card: CollectedTexts;
    readonly stay: CollectedTexts;
    readonly visible: CollectedTexts;
  };
  /** Visa and entry, read off a foreign passport at the desk where a local rule asks for it. */
  readonly entryFacts: {
    readonly method: (rule: string) => string;
    readonly item: string;
    /** Behind the list of what the police receive. */
    readonly passed: string;
    readonly how: string;
    readonly keptFor: string;
  };
  /** What a temporary purpose says besides its words: these follow them. */
  readonly temporary: {
    /** Between articles of one law. */
    readonly articles: string;
    readonly plain: (rule: TemporaryFacts) => string;
    readonly rule: (rule: TemporaryFacts) => string;
    readonly retention: (rule: TemporaryFacts) => string;
    readonly itinerary: (rule: TemporaryFacts) => string;
    /** How the authority that issued it is reached, why it would get what was filled in, and how. */
    readonly recipient: { readonly contact: string; readonly purpose: string; readonly method: string };
  };
  readonly police: {
    readonly name: string;
    readonly contact: string;
    readonly purpose: string;
    readonly method: string;
  };
  readonly sections: (facts: SectionFacts) => Readonly<Record<NoticeSection['id'], SectionTexts>>;
}
