import type { ReactNode } from 'react';

interface QuestionProps {
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}

/** The question, one sentence about it, the answer. */
export function Question({ title, text, children }: QuestionProps) {
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <p>{text}</p>
      {children}
    </>
  );
}
