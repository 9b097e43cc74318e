/** Claims about the law that were checked and found false, or that nobody could confirm. No text of the product may make one. */
export const falseClaims: readonly (readonly [claim: string, pattern: RegExp])[] = [
  ['the culture market’s line is where to complain about personal information', /12318/],
  ['a leak is reported within 2 hours', /(?<![\d二十])(2|二|两)\s*(个)?小时|(?<!\d)2 hours|(?<!\d)2-hour|\btwo hours/i],
  ['the hotel measures have an article 21', /旅馆业治安管理办法》?\s*第二十一条|hotel measures,? Art\. 21/i],
  ['a phone number has to be registered', /(必须|须|应当)登记(手机|电话)|phone( number)? (must|has to) be/i],
  [
    'a face has to be recognised',
    /强制.{0,6}(人脸|刷脸)|(必须|须|应当).{0,6}(刷脸|人脸识别)|face recognition is (required|mandatory)/i,
  ],
  [
    'a guest who refuses is fined',
    /(旅客|客人|您).{0,8}(罚款|被罚)|(guests?|you) (are|is|will be|may be|can be) fined/i,
  ],
  ['article 66 of the public security law', /处罚法》?\s*第六十六条|Punishments Law,? Art\. 66/i],
  [
    'a fixed number of months or years for registers',
    /(6|六)\s*个月|[123一二两三]\s*年(?!\s*\d)|six months|(one|two|three|[123]) years?\b/i,
  ],
  [
    'the law itself says 15 working days',
    /法律(规定|要求).{0,6}15\s*个工作日|law (says|requires|gives) 15 working days/i,
  ],
  ['a leak is told within 3 days', /(3|三)\s*(日|天)内|within (3|three) days/i],
];
