import { PageTitle } from '../../components/page-title.tsx';
import type { PageProps } from '../../shell/page-props.ts';

export const Page = ({ params }: PageProps) => <PageTitle title={params['number'] ?? ''} />;
