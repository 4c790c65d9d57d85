/** How a parameter of a sentence is to be written in the reader's language, told by its name. */
export type ParamKind = 'item' | 'amount' | 'price' | 'minutes' | 'cause' | 'status' | 'text';

/**
 * `item`, `fromItem` -> the item's name; `amount`, `billedAmount` -> money; `price`, `oldPrice` -> a unit
 * price; `minutes`, `rawMinutes`, `seconds` -> grouped digits; `cause`, `status` -> their names; else text as it is.
 */
export function paramKind(name: string): ParamKind {
  const last = /[a-z]+$/.exec(name.charAt(0).toLowerCase() + name.slice(1))?.[0] ?? '';
  const word = (/[A-Z][a-z]*$/.exec(name)?.[0] ?? last).toLowerCase();
  switch (word) {
    case 'seconds':
      return 'minutes';
    case 'item':
    case 'amount':
    case 'price':
    case 'minutes':
    case 'cause':
    case 'status':
      return word;
    default:
      return 'text';
  }
}
