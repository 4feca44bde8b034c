/** A table of test cases as one text. */
declare module '*.tsv?raw' {
  const text: string;
  export default text;
}
