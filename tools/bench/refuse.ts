/** Ends the program over arguments that it does not take: a sentence, without the stack of an error. */
export function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
