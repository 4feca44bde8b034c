package io.skipway.learn;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses answers that no question allows, before they are read: above {@value #MOST_BYTES} bytes, or of a length that is
 * not told.
 */
@Component
class BoundedAnswers extends OncePerRequestFilter {
    /** Room for the longest essay with every character escaped; what a question allows is asked later. */
    static final int MOST_BYTES = 512 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return !request.getMethod().equals("POST")
                || !(path.startsWith("/api/attempts/") || path.startsWith("/api/sittings/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length < 0) {
            refuse(response, HttpStatus.LENGTH_REQUIRED);
        } else if (length > MOST_BYTES) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json");
        response.getWriter().write("{\"code\":\"too-long\"}");
    }
}
