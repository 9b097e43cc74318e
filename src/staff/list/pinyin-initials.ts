/**
 * The first character of each stretch of the pinyin order, by the Latin letter its readings begin with (i, u and v begin none). The order
 * itself is CLDR's, which every browser brings for Chinese, so no dictionary is fetched.
 */
const firsts: readonly (readonly [string, string])[] = [
  ['阿', 'a'],
  ['八', 'b'],
  ['嚓', 'c'],
  ['咑', 'd'],
  ['妸', 'e'],
  ['发', 'f'],
  ['旮', 'g'],
  ['哈', 'h'],
  ['丌', 'j'],
  ['咔', 'k'],
  ['垃', 'l'],
  ['妈', 'm'],
  ['拏', 'n'],
  ['噢', 'o'],
  ['妑', 'p'],
  ['七', 'q'],
  ['呥', 'r'],
  ['仨', 's'],
  ['他', 't'],
  ['屲', 'w'],
  ['夕', 'x'],
  ['丫', 'y'],
  ['帀', 'z'],
];

/** Surnames read otherwise than the character usually is; both readings find the guest. */
const surnames: Readonly<Record<string, string>> = {
  单: 's',
  單: 's',
  曾: 'z',
  仇: 'q',
  解: 'x',
  乐: 'y',
  樂: 'y',
  查: 'z',
  翟: 'z',
  盖: 'g',
  蓋: 'g',
  朴: 'p',
  区: 'o',
  區: 'o',
  种: 'c',
  種: 'c',
  秘: 'b',
  冼: 'x',
  洗: 'x',
  召: 's',
  谌: 'c',
  諶: 'c',
  覃: 'q',
  缪: 'm',
  繆: 'm',
  折: 's',
  逄: 'p',
  郇: 'x',
  繁: 'p',
  隗: 'k',
  员: 'y',
  員: 'y',
  郗: 'c',
  祭: 'z',
  莘: 'x',
  费: 'b',
  費: 'b',
  乜: 'n',
  车: 'c',
  車: 'c',
  句: 'g',
  扎: 'z',
  宓: 'm',
  佴: 'n',
  幺: 'y',
  校: 'x',
};

/** Surnames of two characters, with the letters of both. */
const doubleSurnames: Readonly<Record<string, string>> = {
  万俟: 'mq',
  萬俟: 'mq',
  尉迟: 'yc',
  尉遲: 'yc',
  长孙: 'zs',
  長孫: 'zs',
  单于: 'cy',
  單于: 'cy',
  澹台: 'tt',
  澹臺: 'tt',
};

/** Characters of given names with two readings that begin differently. */
const readings: Readonly<Record<string, string>> = {
  乐: 'ly',
  樂: 'ly',
  长: 'cz',
  長: 'cz',
  行: 'xh',
  朝: 'cz',
  重: 'zc',
  晟: 'sc',
  茜: 'xq',
  曾: 'zc',
  单: 'ds',
  單: 'ds',
  盛: 'sc',
  贾: 'jg',
  賈: 'jg',
  解: 'jx',
  仇: 'cq',
  查: 'cz',
  沈: 'sc',
  石: 'sd',
  参: 'cs',
  參: 'cs',
  藏: 'cz',
  调: 'dt',
  調: 'dt',
  系: 'xj',
  降: 'jx',
};

const han = /\p{Script=Han}/u;
/** Most spellings kept of one name. */
const most = 16;

/** Initials of names as people type them: `张曼玉` is `zmy`, `Zoë Müller` is `zm`, `单田芳` is `stf` and `dtf`. */
export class PinyinInitials {
  readonly #compare = new Intl.Collator('zh-Hans-CN-u-co-pinyin').compare;
  readonly #known = new Map<string, string>();

  /** Every spelling of a name's initials, in lower case, at most sixteen; none where it has no letters. */
  of(name: string): readonly string[] {
    const characters = Array.from(name);
    const double = doubleSurnames[characters.slice(0, 2).join('')] ?? '';
    let spellings = [''];
    let inWord = false;
    for (const [at, character] of characters.entries()) {
      const letters = this.#lettersOf(character, at, inWord, double);
      inWord = !han.test(character) && /[\p{L}\p{M}’'-]/u.test(character);
      if (letters !== '')
        spellings = spellings.flatMap((start) => Array.from(letters, (one) => start + one)).slice(0, most);
    }
    return spellings[0] === '' ? [] : [...new Set(spellings)];
  }

  #lettersOf(character: string, at: number, inWord: boolean, double: string): string {
    if (!han.test(character)) {
      return inWord || !/\p{L}/u.test(character) ? '' : (character.normalize('NFKD').toLowerCase()[0] ?? '');
    }
    const surname = (double[at] ?? '') + (at === 0 ? (surnames[character] ?? '') : '');
    const usual = readings[character] ?? this.#usual(character);
    return [...new Set(surname + usual)].join('');
  }

  #usual(character: string): string {
    const known = this.#known.get(character);
    if (known !== undefined) return known;
    let letter = '';
    for (const [first, its] of firsts) {
      if (this.#compare(character, first) < 0) break;
      letter = its;
    }
    this.#known.set(character, letter);
    return letter;
  }
}
