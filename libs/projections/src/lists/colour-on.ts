/** A row's colour on day `D` (a placeholder): the last crossing that has come; none for ended projects. */
export const colourOn = (
  day: string,
): string => `case when phase in ('dropped', 'terminated', 'completed', 'merged') then null
  when red_from <= ${day} then 'red' when orange_from <= ${day} then 'orange' when yellow_from <= ${day} then 'yellow' when blue_from <= ${day} then 'blue' else 'green' end`;
