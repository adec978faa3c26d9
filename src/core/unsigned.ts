/** The issuer of a document whose source names none (see the field reference): two such have nothing in common. */
export const UNSIGNED = '未署名';
