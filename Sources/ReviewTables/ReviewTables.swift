internal import ReviewModel
