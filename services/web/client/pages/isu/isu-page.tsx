import { PageTitle } from '../../components/page-title.tsx';

export const Page = () => <PageTitle title="Isu" />;
