/** What can be wrong with a flow; the wording for authors is content's. */
export type FlowProblemCode =
  | 'last_end'
  | 'duplicate_id'
  | 'duplicate_choice'
  | 'unknown_slot'
  | 'unknown_value'
  | 'wrong_test'
  | 'text_tested'
  | 'unknown_computation'
  | 'unknown_argument'
  | 'not_a_date'
  | 'not_a_computation'
  | 'unreached'
  | 'no_answer'
  | 'too_many_paths'
  | 'slot_type'
  | 'choice_meaning'
  | 'unknown_flow'
  | 'duplicate_flow'
  | 'duplicate_trigger';

/** One mistake: where it stands in the flow, what it is, and the names it is about. */
export type FlowProblem = {
  readonly at: readonly PropertyKey[];
  readonly code: FlowProblemCode;
  readonly detail: string;
};
