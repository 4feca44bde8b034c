/** Points as they are written, below 0 with a true minus. */
export const minus = (points: number) => (points < 0 ? `−${-points}` : `${points}`);

/** The same of what is added or taken away. */
export const signed = (points: number) => (points > 0 ? `+${points}` : minus(points));
