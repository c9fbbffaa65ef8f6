import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { RIGHTS } from '../permissions';
import { DeskPage } from './desk/DeskPage';
import { ReviewPage } from './screen/ReviewPage';

const ReviewPages = () => (
  <Page.Protect permissions={RIGHTS.readItems}>
    <Routes>
      <Route index element={<DeskPage />} />
      <Route path=":documentId" element={<ReviewPage />} />
    </Routes>
  </Page.Protect>
);

export default ReviewPages;
